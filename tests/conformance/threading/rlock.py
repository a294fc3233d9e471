import threading
import time

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(False))
found = []

def other():
    found.append(lock.acquire(blocking=False))
    found.append(lock.acquire(timeout=0.05))
    try:
        lock.release()
    except RuntimeError as error:
        found.append(str(error))

thread = threading.Thread(target=other)
thread.start()
thread.join()
print(found)
for _ in range(3):
    lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
with lock:
    with lock:
        print("inside twice")
print(repr(lock).split(" at ")[0])

total = 0

def add():
    global total
    for _ in range(500):
        with lock:
            with lock:
                total += 1

threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
