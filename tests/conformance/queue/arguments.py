"""What the three queues and their methods take."""
import queue


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    print(kind.__name__)
    attempt(kind, 1, 2)
    attempt(lambda: kind(maxsize=2).maxsize)
    items = kind(1)
    attempt(items.put)
    attempt(items.put, item=1, block=True, timeout=None)
    attempt(items.put, 2, False)
    attempt(items.put, 2, block=False)
    attempt(items.put, 2, timeout=0)
    attempt(items.put, 2, True, 0.01)
    attempt(items.put, 2, True, -1)
    attempt(items.put, 2, False, -1)
    attempt(items.put, 2, True, "x")
    attempt(items.put_nowait, item=2)
    attempt(lambda: (items.full(), items.empty(), items.qsize(), items.unfinished_tasks))
    attempt(items.get, block=True, timeout=5)
    attempt(items.get, False)
    attempt(items.get, block=False)
    attempt(items.get, timeout=0.01)
    attempt(items.get, timeout=0)
    attempt(items.get, True, -1)
    attempt(items.get, False, -1)
    attempt(items.get, True, "x")
    attempt(items.get, True, 0, 1)
    attempt(items.get_nowait)
    attempt(items.task_done)
    attempt(items.task_done)
    attempt(items.join)
    attempt(lambda: kind[int])
attempt(lambda: queue.Queue("x").put(1))
