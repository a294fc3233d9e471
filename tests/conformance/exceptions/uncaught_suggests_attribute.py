class Account:
    def __init__(self):
        self.balance = 3

    def deposit(self, amount):
        self.balance += amount

Account().deposits(3)
