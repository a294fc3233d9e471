"""Made when it is first needed, by two."""
import threading

instance = None


def get():
    global instance
    if instance is None:
        instance = object()  # race
    return instance  # race


threads = [threading.Thread(target=target) for target in (get, get,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
