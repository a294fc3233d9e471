"""A lock nobody else wants: acquire and release, and with."""

import threading


def main():
    lock = threading.Lock()
    count = 0
    for i in range(200_000):
        with lock:
            count += 1
    for i in range(200_000):
        lock.acquire()
        count += 1
        lock.release()
    return count
