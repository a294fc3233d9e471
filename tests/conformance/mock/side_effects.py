from unittest.mock import DEFAULT, Mock

failing = Mock(side_effect=KeyError("no"))
try:
    failing()
except KeyError as error:
    print(error, failing.call_count)
several = Mock(side_effect=[1, 2, ValueError("third")])
print(several(), several())
try:
    several()
except ValueError as error:
    print(error)
try:
    several()
except StopIteration:
    print("exhausted")
print(Mock(side_effect=lambda x: x * 2)(21), Mock(side_effect=lambda: DEFAULT, return_value=7)())
made = Mock(**{"method.return_value": 3, "other.side_effect": IndexError, "plain": 4})
print(made.method(), made.plain)
try:
    made.other()
except IndexError:
    print("IndexError")
real = Mock(wraps=len)
print(real([1, 2]), real.call_count)
