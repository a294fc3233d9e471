"""Empty: nothing came, or nothing was there."""
import queue

for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = make()
    for attempt in (
        q.get_nowait, lambda: q.get(False), lambda: q.get(block=False), lambda: q.get(timeout=0.01), lambda: q.get(True, 0),
        lambda: q.get(False, 5), lambda: q.get(False, -1),
    ):
        try:
            print(attempt())
        except queue.Empty as error:
            print(make.__name__, type(error).__name__, error.args)
    q.put(1)
    print(q.get(timeout=0), q.empty())
