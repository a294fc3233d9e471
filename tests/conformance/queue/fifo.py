"""Queue gives items in the order in which they were put."""
import queue

q = queue.Queue()
for item in ("a", None, 3, "b"):
    q.put(item)
print(q.qsize(), q.empty(), q.full())
print([q.get() for _ in range(4)])
print(q.qsize(), q.empty(), q.full())
q.put(item=1)
q.put(2, True, None)
print(q.get(block=True, timeout=None), q.get(False))
