"""The module bisect: places in sorted sequences. Native for lists; here for anything else."""
from _bisect import bisect_left, bisect_right, insort_left, insort_right
from _engine import serve

bisect = bisect_right
insort = insort_right


def _bounds(a, lo, hi):
    if lo < 0:
        raise ValueError("lo must be non-negative")
    return lo, len(a) if hi is None else hi


@serve
def bisect__bisect_right(a, x, lo=0, hi=None, key=None):
    lo, hi = _bounds(a, lo, hi)
    while lo < hi:
        middle = (lo + hi) // 2
        if x < (a[middle] if key is None else key(a[middle])):
            hi = middle
        else:
            lo = middle + 1
    return lo


@serve
def bisect__bisect_left(a, x, lo=0, hi=None, key=None):
    lo, hi = _bounds(a, lo, hi)
    while lo < hi:
        middle = (lo + hi) // 2
        if (a[middle] if key is None else key(a[middle])) < x:
            lo = middle + 1
        else:
            hi = middle
    return lo


@serve
def bisect__insort_right(a, x, lo=0, hi=None, key=None):
    a.insert(bisect__bisect_right(a, x if key is None else key(x), lo, hi, key), x)


@serve
def bisect__insort_left(a, x, lo=0, hi=None, key=None):
    a.insert(bisect__bisect_left(a, x if key is None else key(x), lo, hi, key), x)
