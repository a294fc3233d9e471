import threading
import time

COUNT = 5_000_000

def count_down(n):
    while n > 0:
        n -= 1

start = time.perf_counter()
count_down(COUNT)
count_down(COUNT)
end = time.perf_counter()
print(f"one after the other: {end - start:.2f} s")

threads = [threading.Thread(target=count_down, args=(COUNT,)) for _ in range(2)]
start = time.perf_counter()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
end = time.perf_counter()
print(f"in two threads:      {end - start:.2f} s")
