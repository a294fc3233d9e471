"""wait_for looks at its predicate, before and after every notification, and answers what it gave."""
import threading
import time

condition = threading.Condition()
stage = 0
with condition:
    print(condition.wait_for(lambda: [1]), condition.wait_for(lambda: 0, 0.01), condition.wait_for(lambda: None, timeout=-1))


def climb():
    global stage
    for _ in range(4):
        time.sleep(0.01)
        with condition:
            stage += 1
            condition.notify()


thread = threading.Thread(target=climb)
with condition:
    thread.start()
    print(condition.wait_for(lambda: stage == 4 and "there"))
    print(condition.wait_for(lambda: stage == 5, timeout=0.05))
thread.join()


def fail():
    raise LookupError("in the predicate")


try:
    with condition:
        condition.wait_for(fail)
except LookupError as error:
    print(error)
