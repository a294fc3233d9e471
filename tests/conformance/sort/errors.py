"""What cannot be compared, and in whose name."""
for items in ([1, 'a'], ['a', 1], [1, 2, None], [3, 2, None], [[1], (1,)], [{}, {}], [1, 2, 3, 'x', 4], [None, None]):
    try:
        print(sorted(items))
    except TypeError as error:
        print(error)
a = [3, 1, 'x']
try:
    a.sort(key=lambda x: x.real)
except AttributeError as error:
    print(error)
for do in (lambda: [2, 1].sort(key=5), lambda: sorted(5), lambda: sorted([1], key=1, reverse=True)):
    try:
        do()
    except TypeError as error:
        print(error)
print(sorted([], key=5), sorted([1]))
