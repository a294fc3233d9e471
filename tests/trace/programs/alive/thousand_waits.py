import threading
event = threading.Event()
threads = [threading.Thread(target=event.wait) for _ in range(60)]
for t in threads: t.start()
event.set()
for t in threads: t.join()
