"""A buffer of one place, two producers, two consumers, one condition."""
import threading

condition = threading.Condition(threading.Lock())
full = False


def put():
    global full
    with condition:
        while full:
            condition.wait()
        full = True
        condition.notify_all()


def get():
    global full
    with condition:
        while not full:
            condition.wait()
        full = False
        condition.notify_all()


threads = [threading.Thread(target=target) for target in (put, put, get, get)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
