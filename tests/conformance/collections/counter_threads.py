"""Threads count into one Counter with update(): no count is lost."""
import threading
from collections import Counter
total = Counter()


def work():
    for _ in range(50):
        total.update('abcab' * 10)


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
