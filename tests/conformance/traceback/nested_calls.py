import traceback

class Account:
    def withdraw(self, amount):
        return self.check(amount)

    def check(self, amount):
        raise ValueError(f"{amount} is too much")

def main():
    account = Account()
    account.withdraw(5)

try:
    main()
except ValueError:
    print(traceback.format_exc())
