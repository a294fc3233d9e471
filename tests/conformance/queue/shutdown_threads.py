"""shutdown() (3.13) wakes everybody who waits. python3 may be too old for it, and then only agrees."""
import queue
import threading
import time

outcomes = []


def attempt(action):
    try:
        outcomes.append(action())
    except Exception as error:
        outcomes.append(type(error).__name__)


def start(*actions):
    threads = [threading.Thread(target=attempt, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    time.sleep(0.03)
    return threads


def ended(threads):
    for thread in threads:
        thread.join(10)
    return not any(thread.is_alive() for thread in threads)


if hasattr(queue, "ShutDown"):
    for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
        outcomes.clear()
        empty, full, tasks = make(), make(1), make()
        full.put(1)
        tasks.put(1)
        threads = start(empty.get, lambda: empty.get(timeout=10), lambda: full.put(2), lambda: full.put(2, timeout=10), tasks.join)
        empty.shutdown()
        full.shutdown()
        assert ended(threads[:-1]), outcomes
        assert outcomes == ["ShutDown"] * 4, outcomes
        tasks.shutdown(immediate=True)
        assert ended(threads), outcomes
        assert outcomes == ["ShutDown"] * 4 + [None], outcomes
        assert full.get() == 1
print("as it should be")
