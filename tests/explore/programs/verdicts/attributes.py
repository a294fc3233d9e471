"""An attribute of one object, changed by two threads; each object's own attribute would be no race."""
import threading


class Account:
    def __init__(self):
        self.total = 0

    def add(self, amount):
        self.total += amount


account, other = Account(), Account()


def pay():
    account.add(1)


def save():
    account.add(2)
    other.total += 1


threads = [threading.Thread(target=pay), threading.Thread(target=save)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
