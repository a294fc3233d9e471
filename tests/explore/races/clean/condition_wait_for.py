"""The same by wait_for()."""
import threading

condition = threading.Condition()
box = []


def write():
    with condition:
        box.append(1)
        condition.notify_all()


def read():
    with condition:
        condition.wait_for(lambda: box)
        box[0] += 1


threads = [threading.Thread(target=target) for target in (write, read,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
