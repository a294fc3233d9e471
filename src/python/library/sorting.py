"""list.sort where a key function or an __lt__ written in Python is involved: a stable merge sort.

See builtins.py for how the functions are named and called.
"""
from _engine import *


def list__sort(self, key=None, reverse=False):
    reverse = operation__index(reverse) != 0
    before = take_all(self)  # who looks sees an empty list meanwhile
    try:
        values = items_of(before)
        keys = items_of(before) if key is None else [key(value) for value in before]
        if not sort_by_keys(keys, values, reverse):
            values = _merge_sort(keys, values, reverse)
    except BaseException:
        give_back(self, before)
        raise
    if not give_back(self, values):
        raise ValueError("list modified during sort")


def _less_of(keys):
    """What compares two keys: the __lt__ itself where they are all of one class, as CPython's sort does."""
    cls = type(keys[0]) if keys else None
    method = lookup(cls, "__lt__") if cls else None
    if type(method) is _function:
        for key in keys:
            if type(key) is not cls:
                break
        else:
            return method
    return _less


def _less(a, b):
    return a < b


_function = type(_less)


def _merge_sort(keys, values, reverse):
    """The values in the order of their keys, by `<`: the engine's own algorithm (list_sort.h)."""
    less = _less_of(keys)
    items = [(keys[i], values[i]) for i in range(len(keys))]
    if reverse:
        items.reverse()
    count = len(items)
    shortest, rest = count, 0
    while shortest >= 64:
        rest |= shortest & 1
        shortest >>= 1
    shortest += rest
    runs = []
    begin = 0
    while begin < count:
        end = _count_run(items, begin, count, less)
        if end - begin < shortest:
            forced = min(begin + shortest, count)
            _insert_rest(items, begin, end, forced, less)
            end = forced
        runs.append(items[begin:end])
        begin = end
    while len(runs) > 1:
        merged = [_merge(runs[i], runs[i + 1], less) for i in range(0, len(runs) - 1, 2)]
        if len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    items = runs[0] if runs else []
    if reverse:
        items.reverse()
    return [item[1] for item in items]


def _holds(less, a, b):
    """less(a, b), or what `<` makes of it if that __lt__ does not know."""
    result = less(a, b)
    return a < b if result is NotImplemented else result


def _count_run(items, begin, count, less):
    i = begin + 1
    if i == count:
        return i
    if _holds(less, items[i][0], items[begin][0]):
        i += 1
        while i < count and _holds(less, items[i][0], items[i - 1][0]):
            i += 1
        items[begin:i] = items[begin:i][::-1]
    else:
        i += 1
        while i < count and not _holds(less, items[i][0], items[i - 1][0]):
            i += 1
    return i


def _insert_rest(items, begin, middle, end, less):
    for i in range(middle, end):
        pivot = items[i]
        key = pivot[0]
        low, high = begin, i
        while low < high:
            half = (low + high) // 2
            other = items[half][0]
            smaller = less(key, other)
            if smaller is NotImplemented:
                smaller = key < other
            if smaller:
                high = half
            else:
                low = half + 1
        items[low + 1:i + 1] = items[low:i]
        items[low] = pivot


def _merge(left, right, less):
    result = []
    append = result.append
    i = j = 0
    item, other = left[0], right[0]
    key, other_key = item[0], other[0]
    while True:
        smaller = less(other_key, key)
        if smaller is NotImplemented:
            smaller = other_key < key
        if smaller:
            append(other)
            j += 1
            if j == len(right):
                return result + left[i:]
            other = right[j]
            other_key = other[0]
        else:
            append(item)
            i += 1
            if i == len(left):
                return result + right[j:]
            item = left[i]
            key = item[0]
