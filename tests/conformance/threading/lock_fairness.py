# compare: first-come
"""Threads that wait for a lock get it in the order in which they came."""
import threading
import time

lock = threading.Lock()
order = []
came = []


def wait(n):
    came.append(n)
    with lock:
        order.append(n)


lock.acquire()
threads = []
for n in range(5):
    thread = threading.Thread(target=wait, args=(n,))
    thread.start()
    threads.append(thread)
    while len(came) <= n:
        time.sleep(0.001)
    time.sleep(0.02)  # from there to the lock it is a step
lock.release()
for thread in threads:
    thread.join()
print(order)
