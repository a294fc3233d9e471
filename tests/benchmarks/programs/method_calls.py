"""Methods that call methods of their own object, with default and keyword arguments, a property, a class attribute."""


class Account:
    fee = 1

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount, times=1):
        self._check(amount)
        self._balance += amount * times
        return self

    def withdraw(self, amount, *, free=False):
        self._check(amount)
        self._balance -= amount if free else amount + self.fee

    def _check(self, amount):
        if amount < 0:
            raise ValueError("a negative amount")


def main():
    account = Account("Ada")
    for i in range(150_000):
        account.deposit(10)
        account.deposit(1, 2)
        account.withdraw(5, free=True)
        if account.balance > 1_000_000:
            account.withdraw(500_000)
    return account.balance
