"""What a queue is made of may be used: mutex, the conditions, queue."""
import queue
import threading
from collections import deque

q = queue.Queue()
for i in range(5):
    q.put(i)
print(q.queue, type(q.queue) is deque)
with q.mutex:
    q.queue.rotate(2)
    print(q.mutex.locked(), list(q.queue))
print(q.get())
with q.mutex:
    q.queue.clear()
    q.unfinished_tasks = 0
    q.all_tasks_done.notify_all()
q.join()
print(q.empty(), q.mutex.locked())

with q.not_empty:
    print(q.mutex.locked())
    q.queue.append("in")
    q.not_empty.notify()
print(q.get())

got = []
getter = threading.Thread(target=lambda: got.append(q.get()))
getter.start()
with q.mutex:
    q.queue.extend("xy")
    q.not_empty.notify()
getter.join()
print(got, q.queue)

held = queue.Queue()
held.mutex.acquire()
putter = threading.Thread(target=held.put, args=(1,))
putter.start()
putter.join(0.02)
print(putter.is_alive(), held._qsize())
held.mutex.release()
putter.join()
print(held.qsize())

print(queue.LifoQueue().queue, queue.PriorityQueue().queue)
q = queue.PriorityQueue()
for i in (3, 1, 2):
    q.put(i)
print(q.queue)
q = queue.Queue()
q.queue = ["other", "container"]
q.put(1)
print(q.queue, q.qsize())
