"""A proxy stands in for its object."""
import gc
import weakref


class Account:
    def __init__(self):
        self.balance = 10

    def add(self, n):
        self.balance += n
        return self.balance

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 2

    def __add__(self, other):
        return ('sum', other)

    def __str__(self):
        return 'an account'


account = Account()
p = weakref.proxy(account)
p.balance = 20
print(p.balance, p.add(5), account.balance, len(p), p[4], p + 1, str(p), bool(p), isinstance(p, Account), type(p).__name__)
call = weakref.proxy(lambda x: x + 1) if False else None
del account
gc.collect()
try:
    p.balance
except ReferenceError as error:
    print(error)
try:
    weakref.proxy(5)
except TypeError as error:
    print(error)
