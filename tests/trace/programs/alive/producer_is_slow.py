import queue, threading, time
jobs = queue.Queue()
def produce():
    for n in range(3):
        time.sleep(0.2)
        jobs.put(n)
threading.Thread(target=produce).start()
for _ in range(3): print(jobs.get())
