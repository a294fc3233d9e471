"""A semaphore that lets one in."""
import threading

x = 0
gate = threading.Semaphore(1)


def add():
    global x
    with gate:
        x += 1


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
