"""Prints the seconds from start() to the end of join() of a thread that does nothing, the best of some tries."""
from threading import Thread
from time import perf_counter

THREADS = 100
TRIES = 5


def nothing():
    pass


def one_after_the_other():
    begin = perf_counter()
    for _ in range(THREADS):
        thread = Thread(target=nothing)
        thread.start()
        thread.join()
    return (perf_counter() - begin) / THREADS


print("start and join", min(one_after_the_other() for _ in range(TRIES)))
