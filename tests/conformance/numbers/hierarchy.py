import numbers

for value in (1, True, 1.5, "1", None):
    print(repr(value), *[name for name in numbers.__all__ if isinstance(value, getattr(numbers, name))])
print(issubclass(int, numbers.Rational), issubclass(float, numbers.Rational), numbers.Integral.__mro__[-3:])
try:
    numbers.Integral()
except TypeError as error:
    print(str(error)[:60])


class Half(numbers.Number):
    pass


print(isinstance(Half(), numbers.Number), isinstance(Half(), numbers.Real))
try:
    hash(Half())
except TypeError as error:
    print(error)
