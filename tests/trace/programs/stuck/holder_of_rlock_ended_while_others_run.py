# Standstill: Late can never go on.
# Late waits in line 15 for lock, which Careless took in line 10 and never released: it has ended.
# Late → lock → Careless
import threading, time
lock = threading.RLock()
ended = threading.Event()


def work():
    lock.acquire()


def late():
    ended.wait()
    with lock:
        pass


threading.Thread(target=late, name="Late").start()
thread = threading.Thread(target=work, name="Careless")
thread.start()
thread.join()
ended.set()
while True:
    time.sleep(0.05)
