import threading
import time

class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()

    def withdraw(self, amount):
        with self.lock:
            if self.balance < amount:
                return False
            time.sleep(0.1)             # between the check and the change
            self.balance -= amount
            return True

account = Account(100)
answers = []

def customer():
    answers.append(account.withdraw(80))

threads = [threading.Thread(target=customer) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("withdrawals of 80 that went through:", answers.count(True))
print("balance:", account.balance)
