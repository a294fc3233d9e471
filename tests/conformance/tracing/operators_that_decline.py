"""Operators, conditions, unpacking and loops that call methods go on as ever behind a traced call."""
import sys


class Declines:
    def __add__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented

    def __bool__(self):
        return False

    def __iter__(self):
        return iter((1, 2))

    def __contains__(self, item):
        return item == 1


class Takes:
    def __radd__(self, other):
        return "radd"

    def __gt__(self, other):
        return True


def operate():
    a, b = Declines(), Takes()
    print(a + b, a < b)
    if a < b:
        print("less")
    a += b
    print(a)
    for failing in (lambda: Declines() + 1, lambda: Declines() < 1, lambda: 1 if Declines() < 2 else 0):
        try:
            failing()
        except TypeError as error:
            print(error)
    a = Declines()
    if a:
        print("true")
    while not a:
        break
    x, y = a
    x, *z = a
    print(x, y, z, 1 in a, 2 not in a, not a, [*a], max(a, key=lambda item: -item))


def tracer(frame, event, arg):
    frame.f_trace_opcodes = True
    return tracer


sys.settrace(tracer)
sys.setprofile(lambda *event: None)
operate()
sys.setprofile(None)
sys.settrace(None)
