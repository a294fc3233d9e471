# More than three equal entries are counted.
import traceback

def f(n):
    if n == 0:
        raise ValueError("deep")
    f(n - 1)

for depth in (2, 3, 4, 10):
    try:
        f(depth)
    except ValueError:
        print(traceback.format_exc())
