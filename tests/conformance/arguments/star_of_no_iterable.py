"""What a call is called when what stands behind its * cannot be iterated over."""
import math


class Thing:
    def method(self):
        pass

    @staticmethod
    def static():
        pass


def function():
    pass


for called in (print, [].append, "".join, int, Thing, Thing().method, Thing.method, Thing.static, function, math.sqrt, ValueError):
    try:
        called(*5)
    except TypeError as error:
        print(error)
