import threading
lock = threading.Lock()
def work():
    for _ in range(2000):
        with lock: pass
threads = [threading.Thread(target=work) for _ in range(8)]
for t in threads: t.start()
for t in threads: t.join()
