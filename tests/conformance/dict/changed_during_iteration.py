"""RuntimeError if a dict grows or shrinks while a loop goes over it."""
d = {i: i for i in range(5)}
for what in (d, d.keys(), d.values(), d.items()):
    try:
        for x in what:
            d['new'] = 1
    except RuntimeError as error:
        print(error)
    d.pop('new')
try:
    for x in d:
        del d[x]
except RuntimeError as error:
    print(error, d)
for x in d:
    d[x] = 'changed'
print(d)
it = iter(d)
d['more'] = 1
for _ in range(2):
    try:
        next(it)
    except RuntimeError as error:
        print(error)
for x in list(d):
    del d[x]
print(d)
d = {1: 1}
try:
    for k in d:
        d[k + 1] = 0
        del d[k]
except RuntimeError as error:
    print(error)
