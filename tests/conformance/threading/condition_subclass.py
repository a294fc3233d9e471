"""A class derived from Condition may override what it likes."""
import threading


class Loud(threading.Condition):
    def wait(self, timeout=None):
        print("waits", timeout)
        return super().wait(timeout)

    def notify(self, n=1):
        print("notifies")
        super().notify(n)


condition = Loud()
with condition:
    print(condition.wait(0.01))
    condition.notify()
    print(condition.wait_for(lambda: False, 0))
