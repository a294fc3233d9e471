"""Asked once without the lock, once with it: the first only asks."""
import threading

instance = None
lock = threading.Lock()


def get():
    global instance
    if instance is None:
        with lock:
            if instance is None:
                instance = object()


threads = [threading.Thread(target=target) for target in (get, get,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
