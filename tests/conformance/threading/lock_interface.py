"""What a Lock can do, and how it looks."""
import threading

lock = threading.Lock()
print(repr(lock), lock.locked())
print(lock.acquire(), lock.locked(), repr(lock))
print(lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0), lock.acquire(True, 0.01))
print(lock.release(), lock.locked())
with lock as inside:
    print(inside, lock.locked())
print(lock.locked(), type(lock), type(lock).__module__, type(lock).__name__)
try:
    with lock:
        raise KeyError("inside")
except KeyError as error:
    print(error, lock.locked())
print(lock.acquire(timeout=-1), lock.acquire(timeout=threading.TIMEOUT_MAX) if not lock.locked() else "held")
threading.Thread(target=lock.release).start()
print(lock.acquire(timeout=5))


class Number:
    def __index__(self):
        return 0


print(lock.acquire(Number()), lock.acquire(timeout=Number()))
