"""The barrier comes after what it was to keep apart."""
import threading

x = 0
barrier = threading.Barrier(2)


def add():
    global x
    x += 1  # race
    barrier.wait()


threads = [threading.Thread(target=target) for target in (add, add,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
