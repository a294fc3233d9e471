"""An exception is not caught where one thread comes too early."""
import threading

results = []
lock = threading.Lock()


def put():
    with lock:
        results.append(1)


def take():
    with lock:
        results.pop()


threads = [threading.Thread(target=put), threading.Thread(target=take)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
