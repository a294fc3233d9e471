from collections.abc import ItemsView, KeysView, Mapping, MutableMapping


class Fixed(Mapping):
    def __init__(self, **items):
        self.data = items

    def __getitem__(self, key):
        return self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f"Fixed({self.data})"


fixed = Fixed(a=1, b=2)
print(list(fixed), fixed["a"], fixed.get("z"), fixed.get("z", 0), "a" in fixed, "z" in fixed)
print(fixed.keys(), list(fixed.keys()), list(fixed.values()), list(fixed.items()))
print(fixed == {"a": 1, "b": 2}, fixed == Fixed(b=2, a=1), fixed != {}, len(fixed.keys()))
print(fixed.keys() & {"a", "x"}, sorted(fixed.keys() | {"x"}), ("a", 1) in fixed.items(), 2 in fixed.values())
print(isinstance(fixed.keys(), KeysView), isinstance({}.items(), ItemsView), dict(fixed), {**fixed})
for action in (lambda: hash(fixed), lambda: reversed(fixed), lambda: fixed["z"]):
    try:
        action()
    except (TypeError, KeyError) as error:
        print(repr(error))


class Lower(MutableMapping):
    def __init__(self, *args, **kwargs):
        self.data = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


lower = Lower({"A": 1}, B=2)
lower.update([("C", 3)])
lower.update(Fixed(D=4))
print(dict(lower), lower["a"], lower.setdefault("A", 9), lower.setdefault("E", 5), "b" in lower)
print(lower.pop("A"), lower.pop("A", None), lower.popitem(), dict(lower))
try:
    lower.pop("nothing")
except KeyError as error:
    print(error)
lower.clear()
print(len(lower))
try:
    lower.popitem()
except KeyError as error:
    print(repr(error))
