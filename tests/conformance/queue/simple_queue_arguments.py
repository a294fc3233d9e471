"""What SimpleQueue's methods take."""
import queue


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


items = queue.SimpleQueue()
attempt(items.put, 1)
attempt(items.put, 2, False, -1)
attempt(items.put, item=3, block=True, timeout=5)
attempt(items.put_nowait, 4)
attempt(items.put_nowait, item=5)
attempt(lambda: (items.qsize(), items.empty()))
attempt(items.get, True, 1)
attempt(items.get, block=False)
attempt(items.get, timeout=3)
attempt(items.get_nowait)
attempt(items.get)
attempt(items.get, False)
attempt(items.get, False, -1)
attempt(items.get, True, 0)
attempt(items.get, True, 0.01)
attempt(items.get, True, -1)
attempt(items.get_nowait)
attempt(lambda: queue.SimpleQueue[int])
attempt(lambda: (queue.Empty.__module__, queue.Full.__module__, queue.SimpleQueue.__module__))
