"""__set_name__, __get__, __set__, __init_subclass__, __new__."""


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(instance, self.name, value)


class Account:
    balance = Positive()
    subclasses = []

    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Account.subclasses.append((cls.__name__, tag))


class Special(Account, tag="vip"):
    pass


a = Special()
print(a.balance, Account.subclasses)
a.balance = 5
print(a.balance, vars(a), type(Account.balance).__name__)
try:
    a.balance = -1
except ValueError as error:
    print(error)


class Single:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, value):
        self.value = value


print(Single(1) is Single(2), Single(3).value)


class Upper(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())

    def shout(self):
        return self + "!"


u = Upper("hi")
print(u, u.shout(), len(u), isinstance(u, str), type(u).__name__, u == "HI", {u: 1}["HI"])


class Stack(list):
    def push(self, x):
        self.append(x)

    def peek(self):
        return self[-1]


s = Stack([1, 2])
s.push(3)
s.color = "red"
print(s, s.peek(), len(s), s.color, type(s).__name__, s + [4])
