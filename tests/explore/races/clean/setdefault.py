"""setdefault() asks and sets at once."""
import threading

table = {}


def put():
    table.setdefault("key", 1)


threads = [threading.Thread(target=target) for target in (put, put,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
