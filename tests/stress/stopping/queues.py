# Producers and consumers of a queue, and what they leave in it.
import queue
import threading

jobs, results = queue.Queue(maxsize=4), queue.SimpleQueue()


def produce():
    for number in range(10**9):
        jobs.put({"number": number, "text": "x" * (number % 50)})


def consume():
    while True:
        job = jobs.get()
        results.put(len(job["text"]))
        jobs.task_done()


for function in (produce, consume, produce, consume):
    threading.Thread(target=function).start()
while True:
    try:
        results.get(timeout=0.002)
    except queue.Empty:
        jobs.join()
