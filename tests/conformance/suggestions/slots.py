# A misspelt slot.
class Point:
    __slots__ = ("horizontal", "vertical")


Point().horisontal
