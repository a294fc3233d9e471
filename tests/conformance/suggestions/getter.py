# A property that fails is taken for the attribute that is missing.
class Point:
    horizontal = 1

    @property
    def horizontol(self):
        raise AttributeError("nothing here")


Point().horizontol
