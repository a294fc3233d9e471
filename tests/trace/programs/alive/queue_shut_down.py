import queue, threading, time
jobs = queue.Queue()
threading.Thread(target=lambda: (time.sleep(0.4), jobs.put(None))).start()
while jobs.get() is not None: pass
