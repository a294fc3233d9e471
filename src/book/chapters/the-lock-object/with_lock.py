import threading
import time

counter = 0
lock = threading.Lock()

def add_one():
    global counter
    with lock:
        seen = counter
        time.sleep(0.1)
        counter = seen + 1

threads = [threading.Thread(target=add_one) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("expected 5, got", counter)

try:
    with lock:
        print("inside, locked:", lock.locked())
        raise ValueError("something went wrong")
except ValueError as error:
    print("after", repr(error), "locked:", lock.locked())
