"""Whether to wait is asked outside of the lock."""
import threading

condition = threading.Condition(threading.Lock())
ready = False


def wait():
    if not ready:
        with condition:
            condition.wait()


def wake():
    global ready
    ready = True
    with condition:
        condition.notify()


threads = [threading.Thread(target=wait), threading.Thread(target=wake)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
