"""The module heapq: a list kept so that its smallest item is the first.

The functions over one list are native (_heapq); below is what they do where a __lt__ is written in
Python, and what goes through several iterables.
"""
from _engine import serve
from _heapq import _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace

__all__ = ["heapify", "heappop", "heappush", "heappushpop", "heapreplace", "merge", "nlargest", "nsmallest"]


def _rise(heap, start, place):
    """The item at `place` moves towards the root as long as it is smaller than what is there."""
    item = heap[place]
    while place > start:
        parent = place - 1 >> 1
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _sink(heap, start):
    """The item at `start` moves down to a leaf along the smaller children, and rises from there."""
    length = len(heap)
    place = start
    item = heap[place]
    child = 2 * place + 1
    while child < length:
        if child + 1 < length and not heap[child] < heap[child + 1]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, start, place)


def _rise_max(heap, start, place):
    item = heap[place]
    while place > start:
        parent = place - 1 >> 1
        if not heap[parent] < item:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _sink_max(heap, start):
    length = len(heap)
    place = start
    item = heap[place]
    child = 2 * place + 1
    while child < length:
        if child + 1 < length and not heap[child + 1] < heap[child]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise_max(heap, start, place)


@serve
def heapq__heappush(heap, item):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


@serve
def heapq__heappop(heap):
    last = heap.pop()
    if not heap:
        return last
    item = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return item


@serve
def heapq___heappop_max(heap):
    last = heap.pop()
    if not heap:
        return last
    item = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return item


@serve
def heapq__heapreplace(heap, item):
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


@serve
def heapq___heapreplace_max(heap, item):
    first = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return first


@serve
def heapq__heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


@serve
def heapq__heapify(heap):
    for place in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, place)


@serve
def heapq___heapify_max(heap):
    for place in range(len(heap) // 2 - 1, -1, -1):
        _sink_max(heap, place)


# ---- several iterables ---------------------------------------------------------------------------


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables in order, one by one."""
    if reverse:
        order, replace, pop, direction = _heapify_max, _heapreplace_max, _heappop_max, -1
    else:
        order, replace, pop, direction = heapify, heapreplace, heappop, 1
    # [key, number of the iterable, item, iterator]: the number decides between equal keys.
    heap = []
    for number, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for item in iterator:
            heap.append([item if key is None else key(item), number * direction, item, iterator])
            break
    order(heap)
    while len(heap) > 1:
        entry = heap[0]
        iterator = entry[3]
        yield entry[2]
        for item in iterator:
            replace(heap, [item if key is None else key(item), entry[1], item, iterator])
            break
        else:
            pop(heap)
    if heap:
        entry = heap[0]
        yield entry[2]
        for item in entry[3]:
            yield item


def nsmallest(n, iterable, key=None):
    return _best(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    return _best(n, iterable, key, True)


def _best(n, iterable, key, largest):
    """The n best items in order; of equal ones the first come first."""
    if n == 1:
        items = list(iterable)
        if not items:
            return []
        return [max(items, key=key) if largest else min(items, key=key)]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=largest)[:n]
    # A heap of the n best so far, the worst of them first. The number keeps equal ones in order.
    heap = []
    iterator = iter(iterable)
    number = 0
    step = -1 if largest else 1
    if n <= 0:
        return []
    for item in iterator:
        heap.append((item if key is None else key(item), number, item))
        number += step
        if len(heap) == n:
            break
    if not heap:
        return heap
    order, replace = (heapify, heapreplace) if largest else (_heapify_max, _heapreplace_max)
    order(heap)
    worst = heap[0][0]
    for item in iterator:
        rank = item if key is None else key(item)
        if worst < rank if largest else rank < worst:
            replace(heap, (rank, number, item))
            worst = heap[0][0]
        number += step
    heap.sort(reverse=largest)
    return [entry[2] for entry in heap]
