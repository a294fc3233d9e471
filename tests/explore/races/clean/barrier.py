"""A barrier between writing and reading."""
import threading

parts = [0, 0]
barrier = threading.Barrier(2)


def first():
    parts[0] = 1
    barrier.wait()
    return parts[1] + 1


def second():
    parts[1] = 1
    barrier.wait()
    return parts[0] + 1


threads = [threading.Thread(target=target) for target in (first, second,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
