# Methods that operators and builtins call.
import traceback

class Thing:
    def __add__(self, other):
        raise ValueError("add")

    def __len__(self):
        raise ValueError("len")

    def __getitem__(self, key):
        raise ValueError("getitem")

    def __init__(self, fail=False):
        if fail:
            raise ValueError("init")

    def __str__(self):
        raise ValueError("str")

thing = Thing()
for f in (lambda: thing + 1, lambda: len(thing), lambda: thing[0], lambda: Thing(True), lambda: str(thing)):
    try:
        f()
    except ValueError:
        print(traceback.format_exc())
