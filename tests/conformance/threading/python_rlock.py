"""The RLock that is written in Python can be derived from."""
import threading


class Counting(threading._RLock):
    def __init__(self):
        super().__init__()
        self.taken = 0

    def acquire(self, blocking=True, timeout=-1):
        self.taken += 1
        return super().acquire(blocking, timeout)


lock = Counting()
print(lock.acquire(), lock.acquire(), lock._count, lock._is_owned())
lock.release()
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
print(lock.taken, repr(lock).split(" at ")[0])
plain = threading._RLock()
with plain:
    print(repr(plain).split(" at ")[0])
condition = threading.Condition(lock)
with condition:
    print(condition.wait(0.01), lock._is_owned())
