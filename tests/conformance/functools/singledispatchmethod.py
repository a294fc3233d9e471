"""singledispatchmethod: the same for methods."""
from functools import singledispatchmethod


class Formatter:
    @singledispatchmethod
    def show(self, value):
        return f'? {value}'

    @show.register
    def _(self, value: int):
        return f'int {value}'

    @show.register(list)
    def _(self, value):
        return '[' + ' '.join(self.show(item) for item in value) + ']'

    @singledispatchmethod
    @classmethod
    def make(cls, value):
        return cls.__name__, 'other'

    @make.register
    @classmethod
    def _(cls, value: str):
        return cls.__name__, 'str'


f = Formatter()
print(f.show(1), f.show('a'), f.show([1, [2, 'b']]), Formatter.make(5), f.make('x'))
