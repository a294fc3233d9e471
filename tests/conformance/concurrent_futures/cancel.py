"""cancel() of a call that waits for a worker, and of one that runs."""
from concurrent.futures import CancelledError, ThreadPoolExecutor
import threading

release, running = threading.Event(), threading.Event()


def block():
    running.set()
    return release.wait(10)


with ThreadPoolExecutor(1) as executor:
    first = executor.submit(block)
    running.wait(10)
    second, third = executor.submit(print, "never"), executor.submit(int)
    print(first.running(), first.cancel(), second.cancel(), second.cancelled(), third.done())
    release.set()
    print(first.result())
    try:
        second.result()
    except CancelledError as error:
        print(repr(error))
    third.result()
    print(first.cancel(), third.cancel(), second._state)
