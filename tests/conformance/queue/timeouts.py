"""What is no timeout."""
import queue


def attempt(action):
    try:
        print(action())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)


full, free, empty = queue.Queue(1), queue.Queue(), queue.Queue()
full.put(1)
attempt(lambda: full.put(2, timeout=-1))
attempt(lambda: full.put(2, timeout=-0.001))
attempt(lambda: free.put(2, timeout=-1))
attempt(lambda: empty.get(timeout=-1))
attempt(lambda: full.get(timeout=-1))
attempt(lambda: empty.get(timeout="soon"))
attempt(lambda: full.put(2, timeout="soon"))
attempt(lambda: queue.SimpleQueue().get(timeout=-1))
attempt(lambda: queue.SimpleQueue().get(timeout=float("nan")))
print(full.qsize(), free.qsize())
