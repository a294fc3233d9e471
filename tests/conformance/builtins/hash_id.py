"""hash and id."""
print(hash(5), hash(-1), hash(2.0) == hash(2), hash(True), hash('a') == hash('a'), hash(()) == hash(()), hash(1.5), hash(10**30))
a, b = [], []
print(id(a) == id(a), id(a) == id(b), id(None) == id(None), isinstance(id(a), int))


class H:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


print(hash(H(5)), hash(H(-1)), hash(H(2**61)), hash(H(True)), hash(H(0)) == hash(H(0)))
for x in (H('a'), H(1.5), [], {}, set(), H(None)):
    try:
        print(hash(x))
    except TypeError as error:
        print(error)
x = object()
print(hash(x) == hash(x), x == x, x == object(), x != object(), len({x, x, object()}))
print(hash(len) == hash(len), hash([].append) == hash([].append) or True, hash(int) == hash(int), hash(print) == hash(print))
