"""Names of workers, and how many there are: no more than there is work for, no more than max_workers."""
from concurrent.futures import ThreadPoolExecutor
import threading
import time


def name():
    return threading.current_thread().name


with ThreadPoolExecutor(3, thread_name_prefix="crew") as executor:
    for _ in range(4):
        print(executor.submit(name).result())
        while not executor._idle_semaphore._value:
            time.sleep(0.001)
    print(len(executor._threads))
    barrier = threading.Barrier(3)
    futures = [executor.submit(lambda: (barrier.wait(10), name())) for _ in range(3)]
    print(sorted(future.result()[1] for future in futures))
    print(len(executor._threads), [thread.daemon for thread in executor._threads])
with ThreadPoolExecutor(1) as first, ThreadPoolExecutor(1) as second:
    print(first.submit(name).result(), second.submit(name).result())
