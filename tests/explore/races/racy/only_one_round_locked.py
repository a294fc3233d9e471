"""Locked in one branch only."""
import threading

x = 0
lock = threading.Lock()


def add(locked):
    global x
    if locked:
        lock.acquire()
    x += 1  # race
    if locked:
        lock.release()


def one():
    add(True)


def two():
    add(False)


threads = [threading.Thread(target=target) for target in (one, two,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
