"""100 000 items through a queue, put by two threads and got by two."""
# needs: threads

import queue
import threading

ITEMS = 100_000


def main():
    items = queue.Queue()
    got = []

    def produce():
        for i in range(ITEMS // 2):
            items.put(i)

    def consume():
        count = 0
        while items.get() is not None:
            count += 1
        got.append(count)

    producers = [threading.Thread(target=produce) for _ in range(2)]
    consumers = [threading.Thread(target=consume) for _ in range(2)]
    for thread in producers + consumers:
        thread.start()
    for thread in producers:
        thread.join()
    for _ in consumers:
        items.put(None)
    for thread in consumers:
        thread.join()
    return sum(got)
