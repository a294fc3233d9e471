"""Names, modules and bases of what the module has."""
import _queue
import queue

print(issubclass(queue.Empty, Exception), issubclass(queue.Full, Exception), queue.Full.__mro__)
print(queue.Empty, queue.Full, queue.Queue, queue.LifoQueue, queue.PriorityQueue)
print(_queue.Empty is queue.Empty, _queue.SimpleQueue is queue.SimpleQueue)
print(queue.Queue[int], queue.PriorityQueue[str], queue.SimpleQueue[bytes])
print(repr(queue.Empty()), str(queue.Empty()), queue.Full("why").args)
print(repr(queue.Queue()).split(" at ")[0])
for name in ("Queue", "PriorityQueue", "LifoQueue", "SimpleQueue", "Empty", "Full"):
    print(name, name in queue.__all__)
