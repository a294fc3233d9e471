"""Four threads sleep equally long: in which order do they wake?"""
from threading import Thread
import time

order = []


def nap(n):
    time.sleep(0.01)
    order.append(n)


threads = [Thread(target=nap, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(*order)
