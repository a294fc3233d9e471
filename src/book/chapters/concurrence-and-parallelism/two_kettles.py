import threading
import time

def boil(kettle, seconds):
    print(f"{kettle}: switched on")
    time.sleep(seconds)
    print(f"{kettle}: boiling")

start = time.perf_counter()
big = threading.Thread(target=boil, args=("big kettle", 1.0))
small = threading.Thread(target=boil, args=("small kettle", 0.5))
big.start()
small.start()
big.join()
small.join()
end = time.perf_counter()
print(f"both ready after {end - start:.2f} s")
