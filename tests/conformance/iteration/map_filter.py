"""map and filter are lazy."""
def loud(x):
    print('call', x)
    return x * 2


m = map(loud, [1, 2, 3])
print('made')
print(next(m))
for x in m:
    print('got', x)
print(list(m), list(map(pow, [2, 3], [3, 2])), list(map(lambda *a: a, 'ab', 'xyz', [1, 2, 3])), list(map(str, range(3))), list(map(int, '12')))
print(list(filter(None, [0, 1, '', 'a', None, []])), list(filter(lambda x: x > 1, range(4))), list(filter(str.isdigit, 'a1b2')), list(filter(bool, [0, 5])))
print(type(map(str, [])).__name__, type(filter(None, [])).__name__, iter(m) is m, sum(map(len, ['a', 'bb'])), max(map(abs, [-5, 3])))
for do in (lambda: map(), lambda: map(str), lambda: map(str, 5), lambda: filter(None, 5), lambda: list(map(5, [1])), lambda: list(map(lambda: 0, [1]))):
    try:
        do()
    except TypeError as error:
        print(error)


def stops(x):
    if x == 2:
        raise StopIteration
    return x


print(list(map(stops, range(5))))
print(list(map(lambda x, y: x + y, (x for x in range(3)), range(5))), *map(str.upper, 'ab'))
