# Where annotations are kept as text, and in which order; nothing in them is evaluated.
from __future__ import annotations

first: Undefined = 1
second: 1 / 0
(third): print("never")
first: another


def function(a: A, /, b: B = 1, *args: Args, c: C, d: D = 2, **kwargs: KwArgs) -> Result:
    local: Nowhere = 1
    print_me: print("never")
    return local


def unpacked(*args: *Ts) -> tuple[*Ts]: ...


class Plain:
    x: X
    y: Y = 2
    __private: Private = 3
    if False:
        w: W

    def method(self, other: Plain, __mangled: Plain) -> Plain:
        self.place: print("never") = 1

    class Inner:
        outer: Plain.Inner


class Without:
    pass


print(__annotations__)
print(function.__annotations__, function(1, c=2))
print(unpacked.__annotations__)
print(Plain.__annotations__, Plain.method.__annotations__, Plain.Inner.__annotations__, Without.__annotations__)
Plain().method(1, 2)
print((lambda x: x).__annotations__)


def places():
    class Box:
        pass

    def called(what):
        print("evaluated", what)
        return box

    box = Box()
    called("object").attribute: print("never")
    [box][called("index") is None]: print("never")
    (called): print("never")
    box.x: print("never") = called("value") is box
    return box.x


print(places())
print(annotations)
