"""What nobody changes needs no lock."""
import threading

x = [1, 2, 3]


def read():
    return sum(x) + x[0]


threads = [threading.Thread(target=target) for target in (read, read,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
