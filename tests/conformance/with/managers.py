"""with: order, several managers, swallowing, exceptions in __enter__ and __exit__."""


class M:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow


with M("a") as a, M("b") as b:
    print(a, b)
with M("s", True):
    raise ValueError("swallowed")
try:
    with M("o"), M("i"):
        raise KeyError("out")
except KeyError as error:
    print("caught", error)


def early():
    for i in range(3):
        with M(i):
            if i == 0:
                continue
            return i


print(early())
with (M("p") as p, M("q")):
    print(p)
for bad in (5, "text"):
    try:
        with bad:
            pass
    except TypeError as error:
        print(error)


class Half:
    def __enter__(self):
        return 1


try:
    with Half():
        pass
except TypeError as error:
    print(error)
