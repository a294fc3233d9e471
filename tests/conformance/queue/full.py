"""Full: there was no place, and none became free in time."""
import queue

for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = make(1)
    q.put(1)
    for attempt in (
        lambda: q.put_nowait(2), lambda: q.put(2, False), lambda: q.put(2, block=False), lambda: q.put(2, timeout=0.01),
        lambda: q.put(2, True, 0), lambda: q.put(2, False, -1),
    ):
        try:
            print(attempt())
        except queue.Full as error:
            print(make.__name__, type(error).__name__, error.args)
    print(q.qsize(), q.unfinished_tasks)
