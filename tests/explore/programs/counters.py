"""Several counters, each added to once by each thread, in one step."""
import sys
import threading

counters = [[] for _ in range(int(sys.argv[1]))]


def add():
    for counter in counters:
        counter.append(1)


threads = [threading.Thread(target=add) for _ in range(int(sys.argv[2]))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
