def pack(*args):
    return args


def numbers():
    yield *[1, 2], 3
    return *[1], 2


print(pack(*[1], *(2,), **{}), [*range(3), *"ab"], {*[1], 2}, {**{"a": 1}, "b": 2}, (*[1],))
print(list(numbers()))
for x in *[1, 2], 3:
    print(x)
table = {}
table[1, *[2, 3]] = 4
print(table, table[*[1], 2, 3])
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(a, b, c, d)
*a, = "xy"
print(a)
[first, *rest] = {1: 2, 3: 4}
print(first, rest)
for head, *tail in [(1, 2, 3), "ab"]:
    print(head, tail)
