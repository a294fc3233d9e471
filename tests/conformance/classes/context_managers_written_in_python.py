# What a with statement keeps while __exit__ runs: the exception, the value to be returned.
class Manager:
    def __init__(self, swallows=False):
        self.swallows = swallows

    def __enter__(self):
        return [self]

    def __exit__(self, kind, value, traceback):
        garbage = [[i] for i in range(50)]
        print("exit", kind and kind.__name__, value, len(garbage))
        return self.swallows


def fails(swallows):
    with Manager(swallows) as outer, Manager():
        kept = [str(i) for i in range(3)]
        raise ValueError(f"failed with {kept} and {len(outer)}")
    return "swallowed"


def returns(n):
    with Manager():
        for i in range(n):
            with Manager(True):
                return [str(i), *[str(k) for k in range(3)]]
    return "nothing"


def loops():
    for i in range(3):
        with Manager():
            if i == 1:
                break
            continue
    return [i]


def in_handler():
    try:
        raise KeyError("first")
    except KeyError as error:
        try:
            with Manager():
                raise TypeError("second") from error
        except TypeError as second:
            return second, second.__cause__, second.__context__


for call in (lambda: fails(False), lambda: fails(True), lambda: returns(0), lambda: returns(2), loops, in_handler):
    try:
        print(call())
    except Exception as error:
        print(repr(error), repr(error.__context__))
