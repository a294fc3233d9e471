"""Types of containers and of what makes them."""
for x in ([], (), {}, set(), frozenset(), range(1), slice(1), {}.keys(), {}.values(), {}.items(), enumerate([]), zip(), map(str, []), filter(None, []), reversed([])):
    print(type(x).__name__, isinstance(x, list), isinstance(x, (dict, set)), x.__class__ is type(x))
print(list.__name__, dict, range, enumerate, isinstance([], object), issubclass(bool, int), type([]) is list)
print(hasattr([], '__len__'), hasattr({}, 'keys'), hasattr((), 'append'), hasattr(iter([]), '__next__'), callable(list), [].__len__(), {'a': 1}.__getitem__('a'), (1, 2).__contains__(2))
print([1].__add__([2]), [1].__eq__([1]), [1].__eq__((1,)), {1}.__or__({2}), {1}.__or__([2]), (1, 2).__lt__((1, 3)), {1: 2}.__contains__(1))
