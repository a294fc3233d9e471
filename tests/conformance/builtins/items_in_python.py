"""obj[key], obj[key] = value, del obj[key]."""
class Box:
    def __init__(self):
        self.log = []

    def __getitem__(self, key):
        self.log.append(('get', key))
        return key

    def __setitem__(self, key, value):
        self.log.append(('set', key, value))

    def __delitem__(self, key):
        self.log.append(('del', key))


b = Box()
b[1], b[2:3], b[1, ...]
b['k'] = 'v'
b[1:2] = [3]
b['n'] += 'x'
del b[0], b['z']
print(b.log)

class Empty:
    pass


e = Empty()
for value in (e, {1}, None, (x for x in []), 5, len):
    try:
        value[0]
    except TypeError as error:
        print(error)
for value in (e, 5, 'abc', (1,), None, {1}, range(3)):
    try:
        value[0] = 1
    except TypeError as error:
        print(error)
    try:
        del value[0]
    except TypeError as error:
        print(error)
