"""list[int] in annotations."""
def f(a: list[int], b: dict[str, list[float]] = None, *c: tuple[int, ...]) -> set[str]:
    return a


print(f([1]), list[int], dict[str, int], tuple[int, ...], set['x'], list[list[int]], type[int], frozenset[int])
print(list[int]([1, 2]), dict[str, int](a=1))
try:
    int[5]
except TypeError as error:
    print(error)


class Shelf:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


print(Shelf[int], Shelf['a', 1])
