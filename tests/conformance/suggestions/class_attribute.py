# A misspelt attribute of a class.
class Point:
    horizontal = 1


Point.horisontal
