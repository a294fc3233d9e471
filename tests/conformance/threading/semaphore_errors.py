"""What a semaphore refuses."""
import threading


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for kind in (threading.Semaphore, threading.BoundedSemaphore):
    attempt(lambda: kind(-1))
    attempt(lambda: kind("x"))
    semaphore = kind(1)
    attempt(lambda: semaphore.acquire(False, 1))
    attempt(lambda: semaphore.acquire(blocking=False, timeout=0))
    attempt(lambda: semaphore.release(0))
    attempt(lambda: semaphore.release(-3))
    attempt(lambda: semaphore.release("x"))
    attempt(semaphore.release)
    attempt(lambda: semaphore.release(2))
    attempt(lambda: semaphore._value)
    attempt(lambda: repr(semaphore).partition(":")[2])
