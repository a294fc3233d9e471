import threading
lock = threading.Lock()
lock.acquire()
def work():
    n = 0
    while n < 3_000_000: n += 1
    lock.release()
threading.Thread(target=work).start()
lock.acquire()
