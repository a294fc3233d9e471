"""A list is empty while it is being sorted; who changes it then is told."""
items = [3, 1, 2]
seen = []


def key(value):
    seen.append(list(items))
    return value


items.sort(key=key)
print(items, seen)


def change(value):
    items.append(value)
    return value


try:
    items.sort(key=change)
except ValueError as error:
    print(error, items)


def fail(value):
    raise KeyError(value)


try:
    items.sort(key=fail)
except KeyError as error:
    print(repr(error), items)


class Odd:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        lengths.append(len(odd))
        return self.value < other.value

    def __repr__(self):
        return f"Odd({self.value})"


lengths = []
odd = [Odd(n) for n in (2, 3, 1)]
odd.sort()
print(odd, set(lengths))
nested = [[2], [1], [1, 0]]
nested.sort(reverse=True)
print(nested)
