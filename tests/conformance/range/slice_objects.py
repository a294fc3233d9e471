"""slice as an object."""
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, 2), s.indices(5), slice(None, None, -1).indices(3), s == slice(1, 10, 2), s != slice(1))


class Show:
    def __getitem__(self, key):
        return key


show = Show()
print(show[1:2], show[::], show[1:2, ::3], show[...], show['a':'b'], show[1, 2], show[()])
try:
    slice(1, 2, 0).indices(5)
except ValueError as error:
    print(error)
print(slice(1) < slice(2), [range(10)[slice(a, b, c)] for a in (None, -3) for b in (None, 5) for c in (1, -2)])
