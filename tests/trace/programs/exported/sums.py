# So many cheap things at once, by several threads, that they are told in sums; and now and then somebody has to wait.
import queue
import threading
import time

lock, again, ready, places, jobs = threading.Lock(), threading.RLock(), threading.Event(), threading.Semaphore(2), queue.Queue()


def work(n):
    for i in range(8000):
        with lock: pass
        with again: pass
        with places: pass
        ready.set()
        ready.clear()
        jobs.put(i)
        jobs.get()
        if i % 1000 == n:
            with lock: time.sleep(0.001)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads: t.start()
for t in threads: t.join()
