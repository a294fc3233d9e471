"""in with __contains__, __iter__, __getitem__."""
class C:
    def __contains__(self, item):
        return item if item != 0 else ''


class I:
    def __iter__(self):
        return iter([1, 2])


class G:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


print(5 in C(), 0 in C(), 0 not in C(), 1 in I(), 3 in I(), 30 in G(), 31 in G(), 31 not in G())
for x in (5, None, object(), len):
    try:
        1 in x
    except TypeError as error:
        print(error)
for do in (lambda: 1 in 'abc', lambda: None in 'a'):
    try:
        do()
    except TypeError as error:
        print(error)
print('a' in 'abc', '' in '', 97 in b'a', b'a' in b'ab', [1] in [[1]], (1,) in {(1,): 2})
