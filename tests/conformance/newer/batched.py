# itertools.batched (3.12, strict 3.13).
# compare: pyodide
from itertools import batched

print(list(batched("abcdefg", 3)))
print(list(batched([], 2)))
try:
    print(list(batched("abcd", 3, strict=True)))
except ValueError as error:
    print(error)
try:
    batched("abc", 0)
except ValueError as error:
    print(error)
