"""The module itertools.

count, repeat, cycle, islice, pairwise and the combinations are native over what needs no Python. Otherwise, and for
each of the other classes, what an iterator does is a generator function here: the one behind the class's name and
`__new`. Several threads may be inside one iterator, each in a generator of its own, so these functions keep nothing
from one item to the next but in the lists they are given and in variables around them (vm/library_iterator.h); a list
emptied is an iterator at its end.
"""
from _engine import drop, exchange, replace, serve
from _itertools import _following, _grouper, _tee, _tee_next, _wrap
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
    return _wrap(count, _count, [start], step)


def _count(next, step):
    while True:
        value = next[0]
        next[0] = value + step
        yield value


@serve
def count____repr__(self):
    return object.__repr__(self)


@serve
def repeat__new(cls, object, times):
    return repeat(object, times.__index__())


@serve
def cycle__new(cls, iterable):
    return _wrap(cycle, _cycle, [iter(iterable)], [], [])


def _cycle(source, saved, again):
    for iterator in source:
        for item in iterator:
            saved.append(item)
            yield item
        if saved:
            again.append(cycle(saved))
        source.clear()
    for items in again:
        for item in items:
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
    return _wrap(chain, _chain, [iter(iterables)], [None])


@serve
def chain__from_iterable(cls, iterable):
    return _wrap(chain, _chain, [iter(iterable)], [None])


def _chain(source, active):
    """`source`: [the iterables, those of them that iter() is still to be asked for]; [] once they have ended.

    `active`: the iterator that is gone through, None at first, and those that were begun by mistake after it.
    """
    ended = None
    while True:
        iterator = _following(source, active, ended)
        if iterator is not None:
            for item in iterator:
                yield item
            ended = iterator
            continue
        for iterables in source:
            try:
                if len(source) > 1:
                    active.append(iter(source.pop()))
                    break
                for iterable in iterables:
                    active.append(iter(iterable))
                    break
                else:
                    source.clear()
            except Exception:
                source.clear()
                raise
        if not source and len(active) == 1:
            return


@serve
def zip_longest__new(cls, fillvalue=None, iterables=()):
    return _wrap(
        zip_longest, _zip_longest, [iter(iterable) for iterable in iterables], [*range(len(iterables))], fillvalue)


def _zip_longest(iterators, active, fillvalue):
    """`active`: the places of the iterators that have not ended."""
    while active:
        row = []
        try:
            for place, iterator in enumerate(iterators):
                for item in iterator:
                    row.append(item)
                    break
                else:
                    drop(active, place)
                    if not active:
                        return
                    iterators[place] = repeat(fillvalue)
                    row.append(fillvalue)
        except Exception:
            active.clear()
            raise
        yield tuple(row)


@serve
def pairwise__new(cls, iterable):
    last = _absent  # the item before the next one

    def pairs(source):
        nonlocal last
        for iterator in source:
            try:
                if last is _absent:
                    for item in iterator:
                        last = item
                        break
                for item in iterator:
                    first = last
                    last = item
                    yield first, item
            except Exception:
                source.clear()
                raise
            source.clear()

    return _wrap(pairwise, pairs, [iter(iterable)])


@serve
def batched__new(cls, iterable, n, strict=False):
    n = n.__index__()
    if n < 1:
        raise ValueError("n must be at least one")
    return _wrap(batched, _batched, [iter(iterable)], n, strict)


def _batched(source, n, strict):
    for iterator in source:
        batch = []
        try:
            for item in iterator:
                batch.append(item)
                if len(batch) == n:
                    yield tuple(batch)
                    batch = []
        except Exception:
            source.clear()
            raise
        source.clear()
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
    end = 1 << 62 if stop is None else stop
    source = [iter(iterable)]
    if step == 1:
        return _wrap(islice, _islice, source, repeat(None, start), repeat(None, max(end - start, 0)))
    count = len(range(start, end, step))
    rest = end - (start + (count - 1) * step + 1) if count else start
    return _wrap(islice, _islice_by_step, source, iter((start,) if count else ()), repeat(step - 1, max(count - 1, 0)),
                 repeat(None, rest))


def _islice(source, skipped, wanted):
    """`skipped`, `wanted`: so many items more are skipped and wanted. Takes no more than it must."""
    for iterator in source:
        try:
            for _ in skipped:
                for _ in iterator:
                    break
                else:
                    source.clear()
                    return
            for _ in wanted:
                for item in iterator:
                    break
                else:
                    source.clear()
                    return
                yield item
        except Exception:
            source.clear()
            raise
        source.clear()


def _islice_by_step(source, first, later, rest):
    """`first`, `later`: how many are skipped before each item that is wanted; `rest`: so many items more at the end."""
    for iterator in source:
        try:
            for gaps in (first, later):
                for gap in gaps:
                    for _ in range(gap):
                        for _ in iterator:
                            break
                        else:
                            source.clear()
                            return
                    for item in iterator:
                        break
                    else:
                        source.clear()
                        return
                    yield item
            for _ in rest:
                for _ in iterator:
                    break
                else:
                    break
        except Exception:
            source.clear()
            raise
        source.clear()


@serve
def compress__new(cls, data, selectors):
    return _wrap(compress, _compress, iter(data), iter(selectors))


def _compress(data, selectors):
    for item in data:
        for selected in selectors:
            break
        else:
            return
        if selected:
            yield item


@serve
def filterfalse__new(cls, function, iterable):
    return _wrap(filterfalse, _filterfalse, function, iter(iterable))


def _filterfalse(function, iterator):
    try:
        for item in iterator:
            if not (item if function is None else function(item)):
                yield item
    except StopIteration:  # the function's: it ends the iteration, here and below
        return


@serve
def takewhile__new(cls, function, iterable):
    return _wrap(takewhile, _takewhile, function, [iter(iterable)])


def _takewhile(function, source):
    try:
        for iterator in source:
            for item in iterator:
                if not function(item):
                    source.clear()
                    return
                yield item
    except StopIteration:
        return


@serve
def dropwhile__new(cls, function, iterable):
    return _wrap(dropwhile, _dropwhile, function, iter(iterable), [])


def _dropwhile(function, iterator, begun):
    """`begun` is empty as long as items are dropped."""
    try:
        while not begun:
            for item in iterator:
                break
            else:
                return
            if begun or not function(item):
                begun.append(True)
                yield item
        for item in iterator:
            yield item
    except StopIteration:
        return


# ---- computed from the items ---------------------------------------------------------------------


@serve
def accumulate__new(cls, iterable, func=None, initial=None):
    total = _absent  # what was given last, by whichever cursor

    def accumulated(iterator, function, initial):
        """`initial`: the value to begin with, if it has not been given yet."""
        nonlocal total
        try:
            for value in initial:
                total = value
                yield value
            if total is _absent:
                for value in iterator:
                    total = value
                    yield value
                    break
            if function is None:
                for item in iterator:
                    value = total = total + item
                    yield value
            else:
                for item in iterator:
                    value = total = function(total, item)
                    yield value
        except StopIteration:
            return

    return _wrap(accumulate, accumulated, iter(iterable), func, iter(() if initial is None else (initial,)))


@serve
def starmap__new(cls, function, iterable):
    return _wrap(starmap, _starmap, function, iter(iterable))


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
        self.item = [_absent]
        self.group = None

    def advance(self):
        for item in self.iterator:
            self.key = item if self.function is None else self.function(item)
            self.item[0] = item
            return True
        return False


@serve
def groupby__new(cls, iterable, key=None):
    return _wrap(groupby, _groupby, _Groups(iter(iterable), key))


def _groupby(groups):
    while True:
        groups.group = None
        while groups.key is _absent or groups.target is not _absent and groups.key == groups.target:
            if not groups.advance():
                return
        key = groups.target = groups.key
        groups.group = mark = object()
        yield key, _wrap(_grouper, _group, groups, key, mark)


def _group(groups, key, mark):
    while groups.group is mark:
        if groups.item[0] is _absent and not groups.advance():
            return
        if not groups.key == key:
            return
        item = exchange(groups.item, _absent)
        if item is not _absent:
            yield item


@serve
def _tee__new(cls, iterable):
    return tee(iterable, 1)[0]


def tee(iterable, n=2, /):
    n = n.__index__()
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    first = [None, None]
    return tuple([_wrap(_tee, _branch, iterator, [first]) for _ in range(n)])


def _branch(iterator, place):
    """Goes along a chain of links [item, next link]; who comes to its end first asks for one more item.

    `place`: [the link this branch has come to]. A link is [None, None] until its item is there, [True, None]
    while somebody asks for it in Python.
    """
    while True:
        link = place[0]
        if link[1] is None:
            there = _tee_next(iterator, link)
            if there is None:
                try:
                    for item in iterator:
                        break
                    else:
                        link[0] = None
                        return
                except BaseException:
                    link[0] = None
                    raise
                link[0] = item
                link[1] = [None, None]
            elif not there:
                return
        if replace(place, link, link[1]):
            yield link[0]
