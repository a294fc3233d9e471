"""Set and notified under the condition, read outside of it."""
import threading

condition = threading.Condition()
value = 0


def write():
    global value
    with condition:
        value = 1  # race
        condition.notify()


def read():
    return value + 1  # race


threads = [threading.Thread(target=target) for target in (write, read,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
