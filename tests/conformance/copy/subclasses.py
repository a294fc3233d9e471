"""Copies of instances of classes derived from builtin ones, with attributes and slots."""
import copy


class Number(int):
    pass


class Text(str):
    pass


class Pair(tuple):
    pass


class Named(dict):
    def __init__(self, name):
        super().__init__()
        self.name = name


class Slots:
    __slots__ = ('a', '__dict__')


n = Number(5)
n.unit = 'm'
for make in (copy.copy, copy.deepcopy):
    made = make(n)
    print(made, made.unit, type(made).__name__, make(Text('t')), type(make(Text('t'))).__name__)
    pair = Pair([1, [2]])
    print(make(pair), make(pair)[1] is pair[1], type(make(pair)).__name__)
    named = Named('d')
    named['k'] = [1]
    print(make(named), make(named).name, make(named)['k'] is named['k'])
    s = Slots()
    s.a, s.b = [1], [2]
    print(make(s).a is s.a, make(s).b, hasattr(make(s), 'c'))
