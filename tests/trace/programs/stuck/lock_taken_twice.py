# Deadlock: MainThread waits for itself.
# MainThread waits in line 11 for lock, which it holds itself since line 10: a Lock can be taken once only, an RLock again.
# MainThread → lock → MainThread
import threading

lock = threading.Lock()


def outer():
    with lock:
        with lock:
            pass


outer()
