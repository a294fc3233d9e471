def kind(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x!r}"
        case (x, y):
            return f"two {x!r} {y!r}"
        case [1, *rest]:
            return f"one first {rest}"
        case [first, *_, last] if first == last:
            return f"ends alike {first}"
        case [*rest, 9]:
            return f"nine last {rest}"
        case [_, [a, *b], *_]:
            return f"inner {a} {b}"
        case _:
            return "other"


values = [], (), [1], (1, 2), [1, 2, 3], "ab", b"ab", range(3), range(1, 5), [5, 6, 5], (4, 5, 9), \
    [0, [1, 2, 3], 4, 5], {1, 2}, {1: 2}, 12, iter([1, 2]), (x for x in [1])
for value in values:
    print(type(value).__name__, kind(value))
