"""join() waits until every item was dealt with."""
import queue
import threading
import time

q = queue.Queue()
done = []


def work():
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            return
        time.sleep(0.001)
        done.append(item)
        q.task_done()


workers = [threading.Thread(target=work) for _ in range(3)]
for worker in workers:
    worker.start()
for i in range(30):
    q.put(i)
q.join()
print(len(done), q.unfinished_tasks, q.empty())
for _ in workers:
    q.put(None)
q.join()
for worker in workers:
    worker.join()
print(sorted(done) == list(range(30)))
