"""RuntimeErrors of Thread and Lock."""
import threading

t = threading.Thread(target=lambda: None)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(t.join)
t.start()
attempt(t.start)
t.join()
attempt(t.start)
attempt(lambda: setattr(t, "daemon", True))
attempt(lambda: threading.current_thread().join())
attempt(lambda: threading.Thread(1))
attempt(lambda: t.join("soon"))
lock = threading.Lock()
attempt(lock.release)
attempt(lambda: lock.acquire(False, 1))
attempt(lambda: lock.acquire(True, -2))
attempt(lambda: lock.acquire(timeout=1e20))
attempt(lambda: lock.acquire(timeout="x"))
attempt(lambda: (lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.locked(), lock.release(), lock.locked()))


class NoInit(threading.Thread):
    def __init__(self):
        pass


attempt(lambda: NoInit().start())
attempt(lambda: NoInit().name)
attempt(lambda: NoInit().join())
