"""A condition, asked in a loop."""
import threading

condition = threading.Condition()
value = None


def write():
    global value
    with condition:
        value = 1
        condition.notify()


def read():
    global value
    with condition:
        while value is None:
            condition.wait()
        value += 1


threads = [threading.Thread(target=target) for target in (write, read,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
