import threading

lock = threading.Lock()
lock.acquire()
print("a second time:", lock.acquire(timeout=0.2))

def helper():
    lock.release()

thread = threading.Thread(target=helper)
thread.start()
thread.join()
print("after another thread released it:", lock.acquire(timeout=0.2))
