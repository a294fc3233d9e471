"""Semaphore: permits are taken and given back."""
import threading

semaphore = threading.Semaphore(2)
print(repr(semaphore), semaphore._value)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore.acquire(blocking=False))
print(semaphore.acquire(timeout=0.01), semaphore.acquire(timeout=0), semaphore.acquire(timeout=-1), semaphore.acquire(True, 0.01))
print(semaphore.release(), semaphore._value, semaphore.release(3), semaphore._value, repr(semaphore))
with semaphore as inside:
    print(inside, semaphore._value)
print(semaphore._value, threading.Semaphore()._value, threading.Semaphore(value=0)._value)
waiting = threading.Semaphore(0)
order = []
threads = [threading.Thread(target=lambda: order.append(waiting.acquire())) for _ in range(4)]
for thread in threads:
    thread.start()
waiting.release(4)
for thread in threads:
    thread.join()
print(order, waiting._value)
