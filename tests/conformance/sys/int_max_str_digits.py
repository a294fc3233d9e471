import sys
print(sys.get_int_max_str_digits())
try:
    str(10 ** 5000)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(0)
print(len(str(10 ** 5000)))
for value in (100, -1, "a"):
    try:
        sys.set_int_max_str_digits(value)
    except Exception as error:
        print(type(error).__name__, error)
