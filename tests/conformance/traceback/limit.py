import sys
import traceback

def down(n):
    if n:
        down(n - 1)
    raise ValueError(n)

try:
    down(2)
except ValueError as error:
    for limit in [None, 0, 1, 2, -1, -2, 10]:
        print(limit, [entry.name + str(entry.lineno) for entry in traceback.extract_tb(error.__traceback__, limit)])
