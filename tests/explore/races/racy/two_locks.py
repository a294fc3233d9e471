"""Each takes a lock, but not the same."""
import threading

x = 0
a, b = threading.Lock(), threading.Lock()


def first():
    global x
    with a:
        x += 1  # race


def second():
    global x
    with b:
        x += 1  # race


threads = [threading.Thread(target=target) for target in (first, second,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
