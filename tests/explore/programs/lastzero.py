"""One thread looks for the last 0 in an array from its end; thread j sets a[j] = a[j - 1] + 1."""
import sys
import threading

n = int(sys.argv[1])
a = [0] * (n + 1)


def look():
    i = n
    while a[i] != 0:
        i -= 1


def add(j):
    a[j] = a[j - 1] + 1


threads = [threading.Thread(target=look)]
threads += [threading.Thread(target=add, args=(j,)) for j in range(1, n + 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
