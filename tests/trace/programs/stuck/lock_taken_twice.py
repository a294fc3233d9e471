# Deadlock: MainThread waits for itself.
# MainThread waits in line 10 for lock, which it holds itself since line 9: a Lock can be taken once only, an RLock again.
import threading

lock = threading.Lock()


def outer():
    with lock:
        with lock:
            pass


outer()
