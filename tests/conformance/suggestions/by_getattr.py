# By getattr().
class Point:
    horizontal = 1

    def __getattr__(self, name):
        raise AttributeError(name)


getattr(Point(), "horisontal")
