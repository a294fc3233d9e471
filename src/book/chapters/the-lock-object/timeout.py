import threading

lock = threading.Lock()

def visitor():
    print("without waiting:", lock.acquire(blocking=False))
    print("for 0.2 s at most:", lock.acquire(timeout=0.2))

lock.acquire()                          # the main thread holds the lock,
thread = threading.Thread(target=visitor)
thread.start()
thread.join()                           # all the time the visitor tries
lock.release()

if lock.acquire(timeout=0.2):
    try:
        print("free again: got it")
    finally:
        lock.release()
else:
    print("free again, and yet no luck")
