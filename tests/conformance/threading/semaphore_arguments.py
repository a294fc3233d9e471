"""What semaphores and their methods take."""
from threading import BoundedSemaphore, Semaphore


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


for kind in (Semaphore, BoundedSemaphore):
    print(kind.__name__)
    attempt(kind, -1)
    attempt(kind, "x")
    attempt(kind, None)
    attempt(lambda: kind(value=3)._value)
    attempt(kind, 1, 2)
    semaphore = kind(0)
    attempt(semaphore.acquire, False, 1)
    attempt(semaphore.acquire, blocking=False, timeout=0)
    attempt(semaphore.acquire, blocking=False, timeout=None)
    attempt(semaphore.acquire, timeout=0)
    attempt(semaphore.acquire, timeout=-1)
    attempt(semaphore.acquire, True, 0.01)
    attempt(semaphore.acquire, True, "x")
    attempt(semaphore.acquire, 0)
    attempt(semaphore.acquire, "")
    attempt(semaphore.acquire, 1, None, 3)
    attempt(semaphore.release, 0)
    attempt(semaphore.release, -1)
    attempt(semaphore.release, n=0)
    attempt(semaphore.release, "x")
plain = Semaphore(0)
attempt(plain.release, n=2)
attempt(plain.acquire, True, "what is not waited for is not asked")
attempt(lambda: plain._value)
bounded = BoundedSemaphore(2)
attempt(bounded.release)
attempt(bounded.acquire)
attempt(bounded.release, 2)
attempt(bounded.release, n=1)
attempt(bounded.release)
attempt(lambda: bounded._value)
