"""The module itertools.

count, repeat, cycle and the combinations are native. Each of the other classes is native too, but what
its iterators do is a generator here: the function behind the class's name and `__new`.
"""
from _engine import serve
from _itertools import _grouper, _tee, _wrap
from _itertools import (
    accumulate,
    batched,
    chain,
    combinations,
    combinations_with_replacement,
    compress,
    count,
    cycle,
    dropwhile,
    filterfalse,
    groupby,
    islice,
    pairwise,
    permutations,
    product,
    repeat,
    starmap,
    takewhile,
    zip_longest,
)

_absent = object()


# Where the argument of a native one is an iterable written in Python.


@serve
def count__new(cls, start=0, step=1):
    for value in (start, step):
        if not (hasattr(value, "__add__") and (hasattr(value, "__float__") or hasattr(value, "__int__")
                                               or hasattr(value, "__index__"))):
            raise TypeError("a number is required")
    return _wrap(count, _count(start, step))


def _count(value, step):
    while True:
        yield value
        value = value + step


@serve
def count____repr__(self):
    return object.__repr__(self)


@serve
def repeat__new(cls, object, times):
    return repeat(object, times.__index__())


@serve
def cycle__new(cls, iterable):
    return _wrap(cycle, _cycle(iter(iterable)))


def _cycle(iterator):
    saved = []
    for item in iterator:
        saved.append(item)
        yield item
    while saved:
        for item in saved:
            yield item


@serve
def product__new(cls, repeat=1, iterables=()):
    return product(*[tuple(iterable) for iterable in iterables], repeat=repeat.__index__())


@serve
def permutations__new(cls, iterable, r=None):
    return permutations(tuple(iterable), r)


@serve
def combinations__new(cls, iterable, r):
    return combinations(tuple(iterable), r.__index__())


@serve
def combinations_with_replacement__new(cls, iterable, r):
    return combinations_with_replacement(tuple(iterable), r.__index__())


# ---- one after the other -------------------------------------------------------------------------


@serve
def chain__new(cls, iterables):
    return _wrap(chain, _chain(iter(iterables)))


@serve
def chain__from_iterable(cls, iterable):
    return _wrap(chain, _chain(iter(iterable)))


def _chain(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


@serve
def zip_longest__new(cls, fillvalue=None, iterables=()):
    return _wrap(zip_longest, _zip_longest([iter(iterable) for iterable in iterables], fillvalue))


def _zip_longest(iterators, fillvalue):
    active = len(iterators)
    if not active:
        return
    while True:
        row = []
        for place, iterator in enumerate(iterators):
            for item in iterator:
                row.append(item)
                break
            else:
                active -= 1
                if not active:
                    return
                iterators[place] = repeat(fillvalue)
                row.append(fillvalue)
        yield tuple(row)


@serve
def pairwise__new(cls, iterable):
    return _wrap(pairwise, _pairwise(iter(iterable)))


def _pairwise(iterator):
    for first in iterator:
        for second in iterator:
            yield first, second
            first = second


@serve
def batched__new(cls, iterable, n, strict=False):
    n = n.__index__()
    if n < 1:
        raise ValueError("n must be at least one")
    return _wrap(batched, _batched(iter(iterable), n, strict))


def _batched(iterator, n, strict):
    batch = []
    for item in iterator:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        if strict:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)


# ---- some of the items ---------------------------------------------------------------------------


def _bound(value, message):
    try:
        value = value.__index__()
    except AttributeError:
        raise ValueError(message) from None
    if not 0 <= value < 1 << 63:
        raise ValueError(message)
    return value


_BOUNDS = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."


@serve
def islice__new(cls, args):
    if len(args) < 2:
        raise TypeError(f"islice expected at least 2 arguments, got {len(args)}")
    if len(args) > 4:
        raise TypeError(f"islice expected at most 4 arguments, got {len(args)}")
    iterable = args[0]
    start = 0
    step = 1
    if len(args) == 2:
        stop = args[1]
        if stop is not None:
            stop = _bound(stop, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    else:
        stop = args[2]
        if stop is not None:
            stop = _bound(stop, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if args[1] is not None:
            start = _bound(args[1], _BOUNDS)
        if len(args) == 4 and args[3] is not None:
            step = _bound(args[3], "Step for islice() must be a positive integer or None.")
            if step == 0:
                raise ValueError("Step for islice() must be a positive integer or None.")
    return _wrap(islice, _islice(iter(iterable), start, stop, step))


def _islice(iterator, start, stop, step):
    """Takes no more from the iterator than it must, up to `stop` items all told."""
    position = 0
    wanted = start
    while stop is None or position < stop:
        for item in iterator:
            break
        else:
            return
        position += 1
        if position > wanted:
            wanted += step
            if stop is not None and wanted > stop:
                wanted = stop
            yield item


@serve
def compress__new(cls, data, selectors):
    return _wrap(compress, _compress(iter(data), iter(selectors)))


def _compress(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


@serve
def filterfalse__new(cls, function, iterable):
    return _wrap(filterfalse, _filterfalse(function, iter(iterable)))


def _filterfalse(function, iterator):
    try:
        for item in iterator:
            if not (item if function is None else function(item)):
                yield item
    except StopIteration:  # the function's: it ends the iteration, here and below
        return


@serve
def takewhile__new(cls, function, iterable):
    return _wrap(takewhile, _takewhile(function, iter(iterable)))


def _takewhile(function, iterator):
    try:
        for item in iterator:
            if not function(item):
                return
            yield item
    except StopIteration:
        return


@serve
def dropwhile__new(cls, function, iterable):
    return _wrap(dropwhile, _dropwhile(function, iter(iterable)))


def _dropwhile(function, iterator):
    try:
        for item in iterator:
            if not function(item):
                yield item
                break
        for item in iterator:
            yield item
    except StopIteration:
        return


# ---- computed from the items ---------------------------------------------------------------------


@serve
def accumulate__new(cls, iterable, func=None, initial=None):
    return _wrap(accumulate, _accumulate(iter(iterable), func, initial))


def _accumulate(iterator, function, total):
    try:
        if total is None:
            for total in iterator:
                break
            else:
                return
        yield total
        if function is None:
            for item in iterator:
                total = total + item
                yield total
        else:
            for item in iterator:
                total = function(total, item)
                yield total
    except StopIteration:
        return


@serve
def starmap__new(cls, function, iterable):
    return _wrap(starmap, _starmap(function, iter(iterable)))


def _starmap(function, iterator):
    try:
        for arguments in iterator:
            yield function(*(arguments if type(arguments) is tuple else tuple(arguments)))
    except StopIteration:
        return


class _Groups:
    """What a groupby and its groups share: the item to be given next, its key, and whose turn it is."""

    def __init__(self, iterator, key):
        self.iterator = iterator
        self.function = key
        self.key = self.target = _absent
        self.item = _absent
        self.group = None

    def advance(self):
        for item in self.iterator:
            self.key = item if self.function is None else self.function(item)
            self.item = item
            return True
        return False


@serve
def groupby__new(cls, iterable, key=None):
    return _wrap(groupby, _groupby(_Groups(iter(iterable), key)))


def _groupby(groups):
    while True:
        groups.group = None
        while groups.key is _absent or groups.target is not _absent and groups.key == groups.target:
            if not groups.advance():
                return
        groups.target = groups.key
        groups.group = mark = object()
        yield groups.key, _wrap(_grouper, _group(groups, groups.key, mark))


def _group(groups, key, mark):
    while groups.group is mark:
        if groups.item is _absent and not groups.advance():
            return
        if not groups.key == key:
            return
        item = groups.item
        groups.item = _absent
        yield item


@serve
def _tee__new(cls, iterable):
    return tee(iterable, 1)[0]


def tee(iterable, n=2, /):
    n = n.__index__()
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    first = []
    return tuple([_wrap(_tee, _branch(iterator, first)) for _ in range(n)])


def _branch(iterator, link):
    """Goes along a chain of [item, next link]; who comes to its end first asks for one more item."""
    while True:
        if not link:
            for item in iterator:
                break
            else:
                return
            link.append(item)
            link.append([])
        item, link = link
        yield item
