class Counting(dict):
    def __missing__(self, key):
        print("missing", key)
        return 0


match Counting(a=1):
    case {"b": _}:
        print("has b")
    case {"a": a, **rest}:
        print("has a", a, rest, type(rest).__name__)
