"""cached_property: computed once for each object."""
from functools import cached_property


class Data:
    def __init__(self, numbers):
        self.numbers = numbers

    @cached_property
    def total(self):
        """The sum."""
        print('adding')
        return sum(self.numbers)


d = Data([1, 2, 3])
print(d.total, d.total, d.__dict__)
d.numbers.append(4)
print(d.total)
del d.total
print(d.total)
d.total = 'assigned'
print(d.total, Data([5]).total, Data.total.__doc__, type(Data.total).__name__)


class Slotted:
    __slots__ = ()

    @cached_property
    def value(self):
        return 1


try:
    Slotted().value
except TypeError as error:
    print(error)
