"""A thread takes a lock that it has."""
import threading

lock = threading.Lock()


def twice():
    with lock:
        with lock:
            pass


thread = threading.Thread(target=twice, name="Ann")
thread.start()
thread.join()
