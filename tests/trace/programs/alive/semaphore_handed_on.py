import threading
places = threading.Semaphore(1)
def use():
    for _ in range(200):
        with places: pass
threads = [threading.Thread(target=use) for _ in range(6)]
for t in threads: t.start()
for t in threads: t.join()
