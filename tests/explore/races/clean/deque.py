"""So do a deque's methods."""
import collections
import threading

line = collections.deque()


def put():
    line.append(1)


def take():
    try:
        line.popleft()
    except IndexError:
        pass


threads = [threading.Thread(target=target) for target in (put, take,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
