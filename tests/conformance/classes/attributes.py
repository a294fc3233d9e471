"""Instance attributes: many, deleted, by name, __getattr__, __setattr__."""


class A:
    pass


a = A()
for i in range(100):
    setattr(a, f"x{i}", i)
print(sum(getattr(a, f"x{i}") for i in range(100)), len(vars(a)), hasattr(a, "x99"), hasattr(a, "y"))
del a.x5
print(hasattr(a, "x5"), getattr(a, "x5", "gone"))
for bad in (lambda: a.x5, lambda: a.nothing, lambda: A.nothing, lambda: (1).real_part, lambda: None.x):
    try:
        bad()
    except AttributeError as error:
        print(error)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __getattr__(self, name):
        print("get", name)
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        print("set", name)
        setattr(self.target, name, value)

    def __delattr__(self, name):
        print("del", name)
        delattr(self.target, name)


p = Proxy(a)
p.z = 1
print(p.z, a.z, p.x1)
del p.z
print(hasattr(a, "z"))


class Counter:
    total = 0

    def __init__(self):
        Counter.total += 1
        self.number = Counter.total


print([Counter().number for _ in range(3)], Counter.total)


def function():
    pass


function.note = "hello"
print(function.note, function.__name__, A.__name__, A.__module__)
