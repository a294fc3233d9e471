"""Who waits to get is woken by a put, who waits to put by a get; the longest wait first."""
import queue
import threading
import time

q = queue.Queue(1)
came = []
log = []


def get(name):
    came.append(name)
    log.append((name, q.get()))


threads = []
for name in "abc":
    threads.append(threading.Thread(target=get, args=(name,)))
    threads[-1].start()
    while name not in came:
        time.sleep(0.001)
    time.sleep(0.02)  # from there to the queue it is a step
for i in range(3):
    q.put(i)
    while len(log) <= i:
        time.sleep(0.001)
for thread in threads:
    thread.join()
print(log)

q.put("first")
putter = threading.Thread(target=q.put, args=("second",))
putter.start()
time.sleep(0.02)
print(putter.is_alive(), q.qsize())
print(q.get(), q.get(timeout=5))
putter.join()
