"""RLock: its look, its private interface for conditions, its errors."""
import re
import threading


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def look(lock):
    return re.sub(r"owner=[1-9]\d*", "owner=ME", repr(lock))


lock = threading.RLock()
print(look(lock))
print(lock.acquire(), lock.acquire(), look(lock))
print(lock._is_owned())
state = lock._release_save()
print(state[0], state[1] == threading.get_ident(), look(lock), lock._is_owned())
lock._acquire_restore(state)
print(look(lock))
lock.release()
lock.release()
attempt(lock.release)
attempt(lock._release_save)
attempt(lambda: lock.__exit__(None, None, None))
attempt(lambda: lock.acquire(False, 1))
attempt(lambda: lock.acquire(timeout=-2))
attempt(lambda: lock.acquire(timeout=1e100))
attempt(lambda: lock.acquire("x"))
attempt(lambda: lock.acquire(timeout="x"))
attempt(lambda: lock.acquire(1, 2, 3))
with lock as inside:
    print(inside)
thread = threading.Thread(target=lock.acquire)
thread.start()
thread.join()
print(lock.acquire(False), lock.acquire(timeout=0.01), lock._is_owned())
attempt(lock.release)
print(type(lock), callable(threading.RLock), threading.RLock is type(lock))
