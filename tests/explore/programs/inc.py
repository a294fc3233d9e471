"""n threads each add 1, by a read and a write."""
import sys
import threading

x = 0


def add():
    global x
    for _ in range(times):
        v = x
        x = v + 1


n, times = int(sys.argv[1]), int(sys.argv[2])
threads = [threading.Thread(target=add) for _ in range(n)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(x)
