"""Several threads at both ends of a bounded queue: nothing is lost, nothing comes twice."""
import queue
import threading

for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = make(5)
    got = []

    def produce(start):
        for i in range(start, start + 500):
            q.put(i)

    def consume():
        while (item := q.get()) < 10_000:
            got.append(item)

    producers = [threading.Thread(target=produce, args=(n * 500,)) for n in range(3)]
    consumers = [threading.Thread(target=consume) for _ in range(3)]
    for thread in producers + consumers:
        thread.start()
    for thread in producers:
        thread.join()
    while not q.empty():
        pass
    for _ in consumers:
        q.put(10_000)
    for thread in consumers:
        thread.join()
    print(make.__name__, sorted(got) == list(range(1500)), q.qsize(), q.unfinished_tasks)
