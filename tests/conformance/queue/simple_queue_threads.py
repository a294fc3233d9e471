"""SimpleQueue between threads, one of which waits."""
import queue
import threading
import time

q = queue.SimpleQueue()
got = []


def consume():
    while (item := q.get()) is not None:
        got.append(item)


consumers = [threading.Thread(target=consume) for _ in range(3)]
for thread in consumers:
    thread.start()


def produce(start):
    for i in range(start, start + 1000):
        q.put(i)


producers = [threading.Thread(target=produce, args=(n * 1000,)) for n in range(3)]
for thread in producers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    q.put(None)
for thread in consumers:
    thread.join()
print(sorted(got) == list(range(3000)), q.empty())

threading.Timer(0.02, q.put, ["late"]).start()
print(q.get(timeout=5))
start = time.monotonic()
try:
    q.get(timeout=0.05)
except queue.Empty:
    print(0.05 <= time.monotonic() - start < 2)
