"""SimpleQueue: no limit, no tasks."""
import queue

q = queue.SimpleQueue()
print(q.empty(), q.qsize())
q.put(1)
q.put(2, False)
q.put(3, True, -1)
q.put_nowait(item=4)
print(q.empty(), q.qsize())
print(q.get(), q.get(False), q.get(timeout=1), q.get_nowait())
for name in ("full", "join", "task_done", "maxsize", "x"):
    print(name, hasattr(q, name))
try:
    q.x = 1
except AttributeError:
    print("no attributes")
for arguments in ((3,), ("a", "b")):
    try:
        queue.SimpleQueue(*arguments)
    except TypeError as error:
        print(error)
print(queue.SimpleQueue, type(q).__name__, repr(q).split(" at ")[0])


class Named(queue.SimpleQueue):
    def __init__(self, name):
        self.name = name


q = Named("n")
q.put(q.name)
print(q.get())
