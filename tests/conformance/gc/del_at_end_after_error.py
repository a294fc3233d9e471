"""A program that ends by an exception ends like any other."""
import atexit


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def fail():
    raise ValueError("no")


atexit.register(lambda: print("atexit"))
kept = Named("kept")
fail()
