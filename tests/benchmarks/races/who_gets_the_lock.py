"""Three threads wait for a lock: in which order do they get it?"""
from threading import Lock, Thread
import time

lock = Lock()
order = []


def take(n):
    with lock:
        order.append(n)


lock.acquire()
threads = [Thread(target=take, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
time.sleep(0.005)
lock.release()
for t in threads:
    t.join()
print(*order)
