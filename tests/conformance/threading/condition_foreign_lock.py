"""A Condition works over any object with acquire and release."""
import threading


class Door:
    def __init__(self):
        self.inner = threading.Lock()
        self.opened = 0

    def acquire(self, blocking=True):
        self.opened += 1
        return self.inner.acquire(blocking)

    def release(self):
        self.inner.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()


class Owned(Door):
    def _is_owned(self):
        return self.inner.locked()

    def _release_save(self):
        self.inner.release()
        return "saved"

    def _acquire_restore(self, state):
        print("restores", state)
        self.inner.acquire()


for lock in (Door(), Owned()):
    condition = threading.Condition(lock)
    done = []

    def wait():
        with condition:
            print(condition.wait(5))
            done.append(1)

    try:
        condition.notify()
    except RuntimeError as error:
        print(error)
    try:
        condition.wait()
    except RuntimeError as error:
        print(error)
    thread = threading.Thread(target=wait)
    thread.start()
    while not done:
        with condition:
            condition.notify_all()
    thread.join()
    with condition:
        print(condition.wait(0.01))
