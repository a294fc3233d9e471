"""A BoundedSemaphore takes no more back than it began with."""
import threading

semaphore = threading.BoundedSemaphore(2)
print(repr(semaphore), isinstance(semaphore, threading.Semaphore))
with semaphore:
    print(repr(semaphore))
    with semaphore:
        print(repr(semaphore), semaphore.acquire(False))
try:
    semaphore.release()
except ValueError as error:
    print(error, semaphore._value)
semaphore.acquire()
try:
    semaphore.release(2)
except ValueError as error:
    print(error, semaphore._value)
semaphore.release()
print(semaphore._value)


class Mine(threading.BoundedSemaphore):
    pass


print(repr(Mine(3)))
