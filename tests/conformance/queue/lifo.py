"""LifoQueue gives first what was put last."""
import queue

q = queue.LifoQueue(3)
for item in "abc":
    q.put(item)
print(q.full(), q.qsize())
print(q.get())
q.put("d")
print([q.get() for _ in range(3)], q.empty())
print(isinstance(q, queue.Queue), queue.LifoQueue.__mro__[1].__name__)
