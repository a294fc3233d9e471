class A:
    x = 1

    def method(self):
        pass


class B(A):
    def __init__(self):
        self.own = 2


public = lambda value: [name for name in dir(value) if not name.startswith("__")]
print(public(B()), public(B), public(A()))


def function(a):
    b = 1
    return dir()


print(function(1))


class Custom:
    def __dir__(self):
        return ["b", "a"]


print(dir(Custom()))
import math

print("pi" in dir(math), "append" in dir([]), "real" in dir(5))
