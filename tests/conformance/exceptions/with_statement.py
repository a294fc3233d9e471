# __exit__ is told of the exception, and a true answer swallows it.
class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        return "entered"

    def __exit__(self, cls, error, traceback):
        print("exit", cls and cls.__name__, error, traceback is not None)
        return self.swallow

with Manager(False) as text:
    print(text)
with Manager(True):
    raise ValueError("swallowed")
try:
    with Manager(False):
        raise KeyError("passed on")
except KeyError as error:
    print(repr(error))
