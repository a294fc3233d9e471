def kind(value):
    match value:
        case bool(b):
            return f"bool {b}"
        case int(n) if n > 100:
            return f"big {n}"
        case int():
            return "int"
        case float(f):
            return f"float {f}"
        case str(s) | bytes(s):
            return f"text {s!r}"
        case list([x, *_]):
            return f"list from {x}"
        case tuple((x, y)):
            return f"pair {x} {y}"
        case dict({"k": v}):
            return f"dict with k {v}"
        case set(s) | frozenset(s):
            return f"set {sorted(s)}"
        case list() | tuple() | dict():
            return "container"
        case object(__class__=cls):
            return f"object of {cls.__name__}"


class MyInt(int):
    pass


for value in (True, 5, 500, MyInt(7), 2.5, "a", b"a", [1, 2], [], (1, 2), (1,), {"k": 1}, {}, {2, 1}, None, ValueError()):
    print(kind(value))
