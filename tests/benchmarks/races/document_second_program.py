"""The document's second program, its sleep shortened: in which order do its threads print?"""
from threading import Thread
import time

order = []


def task(num):
    order.append(num)
    time.sleep(0.02)


threads = [Thread(target=task, args=(index,)) for index in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(*order)
