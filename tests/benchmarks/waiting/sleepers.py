"""Five threads that sleep a second each: prints how many seconds they take together, the best of some tries."""
from threading import Thread
from time import perf_counter, sleep

TRIES = 3


def sleep_together():
    threads = [Thread(target=sleep, args=(1,)) for _ in range(5)]
    begin = perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return perf_counter() - begin


print("sleepers", min(sleep_together() for _ in range(TRIES)))
