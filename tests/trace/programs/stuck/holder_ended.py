# Standstill: MainThread can never go on.
# MainThread waits in line 15 for lock, which Careless took in line 9 and never released: it has ended.
# MainThread → lock → Careless
import threading
lock = threading.Lock()


def work():
    lock.acquire()


thread = threading.Thread(target=work, name="Careless")
thread.start()
thread.join()
with lock:
    pass
