"""Waited for by task_done() and join()."""
import queue
import threading

jobs = queue.Queue()
done = [0]


def work():
    jobs.get()
    done[0] += 1
    jobs.task_done()


thread = threading.Thread(target=work)
thread.start()
jobs.put(1)
jobs.join()
done[0] += 1
thread.join()

