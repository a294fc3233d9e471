"""shutdown() (3.13): nothing can be put any more, what is there can be got."""
# compare: pyodide
import queue


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error), error.args)


print(queue.ShutDown.__mro__, "ShutDown" in queue.__all__)
for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = make(3)
    q.put(1)
    q.put(2)
    print(q.is_shutdown)
    q.shutdown()
    print(q.is_shutdown)
    attempt(lambda: q.put(3))
    attempt(lambda: q.put_nowait(3))
    attempt(lambda: q.put(3, timeout=-1))
    attempt(lambda: q.get())
    attempt(lambda: q.get(timeout=1))
    attempt(lambda: q.get())
    attempt(lambda: q.get_nowait())
    attempt(lambda: q.get(timeout=-1))
    print(q.qsize(), q.unfinished_tasks)
    attempt(q.task_done)
    attempt(q.task_done)
    attempt(q.task_done)
    attempt(q.join)
    attempt(q.shutdown)
print(hasattr(queue.SimpleQueue, "shutdown"))
