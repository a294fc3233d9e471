import queue, threading, time
jobs = queue.Queue()
for _ in range(3): threading.Thread(target=jobs.get, daemon=True).start()
time.sleep(0.4)
