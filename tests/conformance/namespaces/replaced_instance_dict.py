"""object.__dict__ = dict: the object's attributes are the dict's from then on, and the old dict is left alone."""


class Thing:
    kind = "class"

    def name(self):
        return "method"


thing = Thing()
thing.a = 1
old = thing.__dict__
thing.b = 2
new = {"c": 3}
thing.__dict__ = new
print(thing.__dict__ is new, old, new)
thing.d = 4
new["e"] = 5
del thing.c
print(thing.d, thing.e, new, old, vars(thing) is new)
old["late"] = 1
print(old, hasattr(thing, "late"), hasattr(thing, "a"))
try:
    thing.a
except AttributeError as error:
    print(error)


# What the class has, and what the dict puts before it, the same place looked at again and again.
def look(thing):
    return thing.name(), thing.kind


other = Thing()
other.__dict__ = {}
print([look(other), look(other)])
other.__dict__["kind"] = "own"
other.name = lambda: "attribute"
print([look(other), look(other)])
other.__dict__ = {}
print(look(other))


class Shared:
    state = {}

    def __init__(self):
        self.__dict__ = self.state


first, second = Shared(), Shared()
first.x = 10
print(second.x, Shared.state, first.__dict__ is second.__dict__)
second.x += 1
print(first.x, sorted(name for name in dir(first) if not name.startswith("_")))

# The dict of another object.
one, two = Thing(), Thing()
one.p = 1
two.__dict__ = one.__dict__
two.q = 2
one.r = 3
print(one.q, two.r, sorted(two.__dict__.items()))

# Its own.
one.__dict__ = one.__dict__
one.s = 4
print(sorted(one.__dict__.items()), one.p)


class Copied(Thing):
    pass


three = Thing()
three.__dict__ = {"z": 1}
three.__class__ = Copied
three.y = 2
print(type(three).__name__, three.__dict__, three.z)
three.__dict__ = {1: 2, "y": 3}
print(three.__dict__, three.y)
try:
    three.__dict__ = [1]
except TypeError as error:
    print(error)


class Items(list):
    pass


items = Items([1])
items.label = "x"
items.__dict__ = {"label": "y"}
print(items, items.label)

many = Thing()
for n in range(80):
    setattr(many, f"n{n}", n)
before = many.__dict__
many.__dict__ = {"n79": "new"}
print(many.n79, hasattr(many, "n3"), hasattr(many, "n70"), len(before), before["n79"])
kept = many.__dict__
del many.__dict__
print(many.__dict__, kept, hasattr(many, "n79"))
many.again = 1
print(many.__dict__)


class Leaving:
    def __del__(self):
        print("gone", self.__dict__)


leaving = Leaving()
leaving.a = 1
leaving.__dict__ = {"b": 2}
del leaving
import gc
gc.collect()
