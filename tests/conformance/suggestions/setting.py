# Setting an attribute that cannot be: no suggestion in 3.11.
class Point:
    __slots__ = ("horizontal", "vertical")


Point().horisontal = 1
