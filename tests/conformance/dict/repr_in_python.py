"""Containers whose items have a __repr__ of their own."""
class R:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


print([R('a'), {'k': R('b')}, (R('c'),), {R('d'): 1}], {R('e')}, frozenset([R('f')]), (R('g'), 1))
print({'x': R('v')}.values(), {'x': R('v')}.items(), str([R('s')]), f'{[R("t")]}', [[R('deep')]])
a = [R('loop')]
a.append(a)
print(a)
d = {}
d['self'] = d
d['r'] = R('x')
print(d)


class Bad:
    def __repr__(self):
        return 5


try:
    print([Bad()])
except TypeError as error:
    print(error)
