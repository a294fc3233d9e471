class Meta(type):
    def __iter__(cls):
        return iter(cls.members)

    def __len__(cls):
        return len(cls.members)

    def __getitem__(cls, key):
        return cls.members[key]

    def __contains__(cls, item):
        return item in cls.members

    def __repr__(cls):
        return f"<{cls.__name__} of {len(cls)}>"

    def __str__(cls):
        return cls.__name__.lower()

    def __add__(cls, other):
        return cls.members + other.members

    def __radd__(cls, other):
        return (other,) + cls.members

    def __or__(cls, other):
        return (cls.__name__, other)

    def __eq__(cls, other):
        return isinstance(other, Meta) and cls.members == other.members

    def __hash__(cls):
        return hash(cls.members)

    def __lt__(cls, other):
        return cls.members < other.members

    def __bool__(cls):
        return bool(cls.members)

    def __reversed__(cls):
        return reversed(cls.members)

    def __enter__(cls):
        print("enter", cls)
        return cls

    def __exit__(cls, *exc):
        print("exit", cls)

    def __neg__(cls):
        return cls.members[::-1]

    def __format__(cls, spec):
        return f"{cls.__name__}:{spec}"

    def __setitem__(cls, key, value):
        items = list(cls.members)
        items[key] = value
        cls.members = tuple(items)

    def __delitem__(cls, key):
        items = list(cls.members)
        del items[key]
        cls.members = tuple(items)


class Low(metaclass=Meta):
    members = (1, 2, 3)


class High(metaclass=Meta):
    members = (7, 8)


class Empty(metaclass=Meta):
    members = ()


print(list(Low), len(Low), Low[1], 2 in Low, 9 in Low)
print(repr(Low), str(Low), f"{Low}", f"{Low:spec}", [Low, High])
print(Low + High, 0 + Low, Low | "x")
print(Low == High, Low != High, Low < High, sorted([High, Low]), hash(Low) == hash((1, 2, 3)))
print(bool(Empty), bool(Low), "yes" if Empty else "no", not Empty)
print(list(reversed(Low)), -Low, *High)
with Low as low:
    print(low is Low)
Low[0] = 100
del Low[1]
print(Low.members, tuple(Low), max(Low))
a, b = High
print(a, b, {Low: 1}[Low])
print(Low() != Low(), type(Low()).__name__)
