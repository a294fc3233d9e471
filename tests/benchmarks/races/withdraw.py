"""Two threads each look at a balance and take from it, in functions, many times: is too much taken?"""
from threading import Thread

balance = 60_000


def enough():
    return balance >= 2


def withdraw():
    global balance
    while enough():
        left = balance
        abs(left)
        balance = left - 1


threads = [Thread(target=withdraw) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(balance)
