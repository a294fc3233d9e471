"""One thread writes, the others read."""
import sys
import threading

x = 0


def write():
    global x
    x = 1


def read():
    return x


threads = [threading.Thread(target=write)]
threads += [threading.Thread(target=read) for _ in range(int(sys.argv[1]))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
