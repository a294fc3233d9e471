import queue, threading
jobs = queue.Queue()
threads = [threading.Thread(target=jobs.get, daemon=True) for _ in range(3)]
for t in threads: t.start()
print("over")
