"""Which classes have a __del__, and which of their objects it is called for."""
import gc


class Base:
    def __del__(self):
        print("del", type(self).__name__)


class Derived(Base):
    pass


class Calls(Base):
    def __del__(self):
        print("first")
        super().__del__()


class Slotted(Base):
    __slots__ = ("value",)


class Plain:
    pass


class Mixed(Plain, Base):
    pass


class Items(list):
    def __del__(self):
        print("del", type(self).__name__, len(self))


class Table(dict):
    __del__ = Items.__del__


class Letters(str):
    __del__ = Items.__del__


class Pair(tuple):
    __del__ = Items.__del__


class Number(int):
    def __del__(self):
        print("del number", int(self))


class Oops(Exception):
    def __del__(self):
        print("del", self.args)


class Meta(type):
    pass


class WithMeta(Base, metaclass=Meta):
    pass


class News(Base):
    def __new__(cls, *args):
        return super().__new__(cls)


def gone(*makers):
    for make in makers:
        make()
        gc.collect()


gone(Base, Derived, Calls, Slotted, Mixed, WithMeta, News)
gone(lambda: Items("abc"), lambda: Table(a=1), lambda: Letters("ab"), lambda: Pair((1, 2, 3)), lambda: Number(7))
gone(lambda: Oops("lost"))


def raises():
    try:
        raise Oops("raised")
    except Oops:
        pass


gone(raises)

print("-- static, bound to the class, an object")


class Static:
    @staticmethod
    def __del__():
        print("static")


class Bound:
    @classmethod
    def __del__(cls):
        print("bound to", cls.__name__)


class Callable:
    def __call__(self, *args):
        print("called with", args)


class Called:
    __del__ = Callable()


gone(Static, Bound, Called)

print("-- an attribute of the object is none of its business")
plain = Plain()
plain.__del__ = lambda: print("never")
del plain
gc.collect()

print("-- added later, taken away")
early = Plain()
Plain.__del__ = lambda self: print("added")
gc.collect()
del early
gc.collect()
late = Plain()
del Plain.__del__
del late
gc.collect()


class Other:
    pass


print("-- another class")
changed = Other()
changed.__class__ = Derived
del changed
gc.collect()
changed = Derived()
changed.__class__ = Other
del changed
gc.collect()
