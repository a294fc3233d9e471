"""A priority queue compares what it is given."""
import queue


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


items = queue.PriorityQueue()
attempt(items.put, (1, object))
attempt(items.put, (1, object))
attempt(items.put, 3)
attempt(lambda: items.qsize() >= 1)
