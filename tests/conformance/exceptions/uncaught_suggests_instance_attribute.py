class Account:
    def __init__(self):
        self.balance = 3

print(Account().balanse)
