"""An attribute of an object that is shared."""
import threading


class Account:
    balance = 0


account = Account()


def pay():
    account.balance = account.balance + 10  # race


threads = [threading.Thread(target=target) for target in (pay, pay,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
