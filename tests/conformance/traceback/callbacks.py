# Frames of library code do not show.
import traceback

def key(x):
    return 1 // x

for f in (lambda: sorted([1, 0], key=key), lambda: list(map(key, [0])), lambda: max([0, 1], key=key)):
    try:
        f()
    except ZeroDivisionError:
        print(traceback.format_exc())
