"""Whatever has __index__ is an index."""
class Two:
    def __index__(self):
        return 2


t = Two()
a = [10, 20, 30, 40]
print(range(t), range(0, 10, t), a[t], a[t:], a[:t], a[::t], (1, 2, 3)[t], 'abc'[t], a * t, t * [1], range(10)[t], range(10)[t:])
a[t] = 'two'
a.insert(t, 'inserted')
print(a, a.pop(t), list(range(t)), [1, 2, 3].index(3, t), slice(None, t).indices(5))
del a[t]
a[t:] = 'z'
print(a, hex(t), bin(t), chr(Two()) == '\x02', round(2.345, t), divmod(7, 2))


class Bad:
    def __index__(self):
        return 'x'


try:
    a[Bad()]
except TypeError as error:
    print(error)
