# **mapping in calls, displays and class statements: order, names given twice, keys that are no names.
def show(*args, **kwargs):
    return args, kwargs, list(kwargs)


first, second, empty = {"a": 1, "b": 2}, {"c": 3, "b": 4}, {}
print(show(**first), show(**empty), show(**empty, **first), show(z=0, **first, y=5, **empty))
print(show(*"xy", **first, **{"c": 3}), show(1, *[2], x=3, **{"not a name": 4}))
print({**first, **second}, {**empty}, {"b": 0, **first, "a": 9}, {**{1: 2, "x": 3, (4, 5): 6}, 1.0: 7})


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: show(**first, **second))
attempt(lambda: show(b=1, **first))
attempt(lambda: show(**first, b=1))
attempt(lambda: show(**{1: 2}))
attempt(lambda: show(**first, **{None: 2}))
attempt(lambda: show(**5))
attempt(lambda: show(**first, **[1]))
attempt(lambda: {**5})
attempt(lambda: {**first, **"text"})

# What a call or display was made from is its own.
got = show(**first)[1]
got["new"] = 1
copy = {**first}
copy["new"] = 2
print(first, got, copy)


class Noisy(dict):
    def keys(self):
        print("keys asked for")
        return ["k1", "k2"]

    def __getitem__(self, key):
        return "got " + key


class Plain(dict):
    pass


print(show(**Noisy(a=1)), {**Noisy(a=1)}, show(**Plain(a=1)), {**Plain(b=2), **first})


class Name(str):
    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        print("compared")
        return str.__eq__(self, other)


print(show(**{Name("n"): 1}), {**{Name("n"): 1}, "m": 2})


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


print({**{Key("k"): 1}, **{Key("k"): 2, Key("l"): 3}}, {7: 0, **{Key("k"): 1}})

removed = {"a": 1, "b": 2, "c": 3, "d": 4}
del removed["b"]
print(show(**removed), {**removed, **{"b": 5}}, {**removed, "e": 6})


class Meta(type):
    def __new__(meta, name, bases, namespace, **options):
        print(name, options)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)


class Made(metaclass=Meta, **first, **{"c": 3}):
    pass


value = 10
print(sorted(show(**globals())[1])[-3:], show(**{k: v for k, v in vars(Key("q")).items()}))
print(show(**dict(zip("abc", range(3))), **{str(i): i for i in range(20)})[1])
