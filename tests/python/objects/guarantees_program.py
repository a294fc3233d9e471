"""What src/python/objects/README.md promises threads without the GIL, tried row by row with four threads.

    threadbook run tests/python/objects/guarantees_program.py --no-gil SECONDS [ROW]
    threadbook run tests/python/objects/guarantees_program.py --no-gil list

The first tries every row, or those whose operations contain ROW, for so many seconds each; what does not hold is
told, and the status is 1. The second prints the rows as the README has them. guarantees.py beside this file
compares the two.
"""
import functools
import heapq
import itertools
import json
import sys
import threading
import time
from collections import Counter, OrderedDict, defaultdict, deque

THREADS = 4
rows = []


def row(operations, promise):
    """One row of the table. The function says how it is tried: what watched() or in_rounds() made."""
    def add(function):
        rows.append((operations, promise, function))
        return function
    return add


class Failed(Exception):
    pass


def watched(change, *looks):
    """Two threads change for as long as two look: a look that gives anything but None or True is a failure."""
    def attempt(until):
        failed = []

        def repeat(actions):
            try:
                while not failed and time.monotonic() < until:
                    for action in actions:
                        for _ in range(20):
                            seen = action()
                            if seen is not None and seen is not True:
                                raise Failed(f"look {actions.index(action) + 1} saw {seen!r}")
            except Exception as error:
                failed.append(error)

        threads = [threading.Thread(target=repeat, args=(actions,)) for actions in ([change], looks) * 2]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failed:
            raise failed[0]
    return attempt


def in_rounds(make, work, check):
    """Round after round work(shared, number) in four threads on what make() made, then check(shared)."""
    def attempt(until):
        failed = []
        while True:
            shared = make()
            ready = threading.Barrier(THREADS)

            def one(number):
                try:
                    ready.wait()
                    work(shared, number)
                except Exception as error:
                    failed.append(error)

            threads = [threading.Thread(target=one, args=(number,)) for number in range(THREADS)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            if failed:
                raise failed[0]
            seen = check(shared)
            if seen is not None and seen is not True:
                raise Failed(f"at the end of a round: {seen!r}")
            if time.monotonic() >= until:
                return
    return attempt


def one_of(value, *right):
    return True if value in right else value


def same(values):
    """All of them alike: what was written in one step."""
    kinds = set(values)
    return True if len(kinds) <= 1 else kinds


def complete(taken, expected):
    """Nothing lost, nothing twice."""
    taken = sorted(taken)
    if taken == sorted(expected):
        return True
    counts = Counter(taken)
    return f"lost {sorted(set(expected) - set(taken))[:5]}, twice {[k for k in counts if counts[k] > 1][:5]}"


# Numbers for what is written, each another one.
numbers = itertools.count()
COUNT = 40

# ---- list ----------------------------------------------------------------------------------------


def mine(number, count=200):
    return range(number * count, (number + 1) * count)


everyone = range(THREADS * 200)


@row("`l[i]`, `l[i] = x`, `len(l)`", "one step")
def list_items():
    l = list(range(COUNT))

    def change():
        l[3] = next(numbers)

    return watched(change, lambda: type(l[3]) is int, lambda: len(l) == COUNT)


@row("`l.append(x)`", "one step")
def list_append():
    def work(l, number):
        for i in mine(number):
            l.append(i)
    return in_rounds(list, work, lambda l: complete(l, everyone))


@row("`l.pop()`, `l.pop(i)`, `l.insert(i, x)`, `del l[i]`", "one step")
def list_pop():
    def work(shared, number):
        l, taken = shared
        for i in mine(number):
            taken.append(l.pop() if i % 2 else l.pop(0))
            l.insert(len(l) // 2, -1)
            l.insert(0, taken.pop())
            taken.append(l.pop(0))
            if i % 3 == 0:
                l.append(-1)
                del l[-1]

    def check(shared):
        l, taken = shared
        rest = [item for item in l + taken if item != -1]
        if len(l) + len(taken) != 2 * len(everyone):
            return "lost some"
        return True if len(set(rest)) == len(rest) else "some twice"
    return in_rounds(lambda: (list(everyone), []), work, check)


@row("`l.extend(other)`, `l += other` of a list, tuple, set, dict or view", "one step")
def list_extend():
    l, sources = [], ([1] * COUNT, (1,) * COUNT, set(range(COUNT)), dict.fromkeys(range(COUNT)))
    sources += sources[3].items(),

    def change():
        for source in sources:
            l.extend(source)
            l.clear()
            l.__iadd__(source)
            l.clear()
    return watched(change, lambda: one_of(len(l.copy()), 0, COUNT, 2 * COUNT))


@row("`l.extend(l)`, `l *= n`", "one step")
def list_repeat():
    l = [1] * 4

    def change():
        l.extend(l)
        l.__imul__(2)
        del l[4:]
    return watched(change, lambda: one_of(len(l.copy()), *[4 << n for n in range(5)]))


@row("`l.copy()`, `list(l)`, `tuple(l)`, `[*l]`, `l[:]`, `sorted(l)`, `set(l)`, `l * n`", "one moment")
def list_copies():
    l = [0] * COUNT

    def change():
        l[:] = [next(numbers)] * COUNT
    return watched(change, lambda: same(l.copy()), lambda: same(list(l)), lambda: same(tuple(l)),
                   lambda: same([*l]), lambda: same(l[:]), lambda: same(sorted(l)), lambda: same(set(l)),
                   lambda: same(l * 2), lambda: same(deque(l)))


@row("`l + other`, `l == other`, `l < other`", "one moment")
def list_pairs():
    l = [0] * COUNT

    def change():
        l[:] = [next(numbers)] * COUNT
    return watched(change, lambda: same(l + l), lambda: l == l, lambda: not l != l, lambda: not l < l)


@row("`repr(l)`, `s.join(l)`, `json.dumps(l)`", "one moment")
def list_texts():
    l = ["0"] * COUNT

    def change():
        l[:] = [str(next(numbers))] * COUNT
    return watched(change, lambda: same(repr(l)[1:-1].split(", ")), lambda: same(",".join(l).split(",")),
                   lambda: same(json.loads(json.dumps(l))))


@row("`l[i:j]`, `l[i:j:k]`", "one moment")
def list_slices():
    l, turn = list(range(COUNT)), threading.Lock()

    def change():
        with turn:
            l.append(l[-1] + 1)
            l.pop(0)

    def look(part, step):
        return True if len(part) > 1 and all(b - a == step for a, b in zip(part, part[1:])) else part
    return watched(change, lambda: look(l[-5:], 1), lambda: look(l[1:-1], 1), lambda: look(l[::-1], -1),
                   lambda: look(l[-9::2], 2))


@row("`l[i:j] = other`, `l[i:j:k] = other`, `del l[i:j:k]`", "one step")
def list_slice_assignment():
    l, other, turn = [0] * COUNT, [0] * COUNT, threading.Lock()

    def change():
        other[:] = [next(numbers)] * COUNT
        l[:] = other
        with turn:  # as many are wanted as there are
            l[:] = other
            l[::2] = other[::2]
            del l[::2]
            l[:] = other
    return watched(change, lambda: same(l.copy()[::2]), lambda: same(l.copy()[1::2]),
                   lambda: one_of(len(l.copy()), COUNT, COUNT // 2))


@row("`l.remove(x)`", "one step")
def list_remove():
    def work(l, number):
        for i in mine(number):
            l.remove(i)
    return in_rounds(lambda: list(everyone), work, lambda l: l == [])


@row("`x in l`, `l.index(x)`, `l.count(x)`, `for x in l`", "item by item")
def list_searches():
    l = list(range(COUNT))

    def change():
        l.append(l.pop(0))

    def index():
        try:
            return 0 <= l.index(7) < 2 * COUNT
        except ValueError:
            return True
    return watched(change, lambda: (7 in l) in (True, False), index, lambda: l.count(7) < COUNT,
                   lambda: all([0 <= x < COUNT for x in l]))


@row("`l.reverse()`, `l.clear()`", "one step")
def list_reverse():
    up = list(range(COUNT))
    down, l = up[::-1], up.copy()

    def change():
        l.reverse()
        l.clear()
        l.extend(up)
    return watched(change, lambda: one_of(l.copy(), [], up, down, up + up, down + down, up + down, down + up))


@row("`l.sort()` of numbers or text", "one step")
def list_sort():
    up = list(range(COUNT))
    l, mixed = up.copy(), up[1::2] + up[::2]

    def change():
        l[:] = mixed
        l.sort()
    return watched(change, lambda: one_of(l.copy(), up, mixed))


@row("`l.sort(key=f)`, `l.sort()` of others", "the list is empty meanwhile; ValueError if it is changed then")
def list_sort_by_key():
    up = [(n,) for n in range(COUNT)]
    l, mixed = up.copy(), up[1::2] + up[::2]
    turn = threading.Lock()

    def change():
        with turn:
            l[:] = mixed
            l.sort(key=lambda item: item[0])
            l[:] = mixed
            l.sort()
    return watched(change, lambda: one_of(l.copy(), [], up, mixed))


# ---- dict ----------------------------------------------------------------------------------------


@row("`d[k]`, `d.get(k)`, `k in d`, `len(d)`", "one step")
def dict_lookups():
    d = dict.fromkeys(range(COUNT), 0)

    def change():
        d[next(numbers) % COUNT] = 1
        d[-1] = 1
        d.pop(-1, None)
    return watched(change, lambda: d[3] in (0, 1), lambda: d.get(5) in (0, 1), lambda: 7 in d,
                   lambda: COUNT <= len(d) <= COUNT + 1)


@row("`d[k] = v`, `del d[k]`, `d.pop(k)`", "one step")
def dict_items():
    def work(d, number):
        for i in mine(number):
            d[i] = i
            d[-1 - number] = i
            del d[-1 - number]
        for i in mine(number):
            if i % 2 and d.pop(i) != i:
                raise Failed(i)
    return in_rounds(dict, work, lambda d: complete(d, range(0, len(everyone), 2)))


@row("`d.popitem()`", "one step")
def dict_popitem():
    def work(shared, number):
        d, taken = shared
        for _ in mine(number):
            taken.append(d.popitem()[0])
    return in_rounds(lambda: (dict.fromkeys(everyone), []), work, lambda shared: complete(shared[1], everyone))


@row("`d.setdefault(k, v)`", "one step")
def dict_setdefault():
    def work(shared, number):
        d, seen = shared
        for i in range(200):
            seen.append((i, d.setdefault(i, number)))
    return in_rounds(lambda: ({}, []), work, lambda shared: all([shared[0][i] == n for i, n in shared[1]]))


def refilled(d, fill):
    """fill() puts COUNT entries into `d` while others take all out."""
    def change():
        d.clear()
        fill()
    return watched(change, lambda: one_of(len(d.copy()), 0, COUNT))


@row("`d.update(other)`, `d |= other` of a dict", "one step")
def dict_update():
    d, full = {}, dict.fromkeys(range(COUNT))

    def fill():
        d.update(full)
        d.clear()
        d.__ior__(full)
        d.clear()
        d.update(**{})
        d.update(full, **{})
    return refilled(d, fill)


@row("`d.update(other)` while `other` is changed too", "one moment of `other`")
def dict_update_both():
    d, other = {}, {}

    def change():
        other.update(dict.fromkeys(range(COUNT), next(numbers)))
        d.update(other)
    return watched(change, lambda: same(d.copy().values()), lambda: same(other.copy().values()))


@row("`d.update(k=v, …)`, `d.update(pairs)`", "one step each")
def dict_update_from_pairs():
    d = {}
    pairs, named = [(n, n) for n in range(COUNT)], {f"n{n}": n for n in range(COUNT)}

    def fill():
        d.update(pairs)
        d.clear()
        d.__ior__(pairs)
        d.clear()
        d.update(**named)
        d.clear()
    # Two threads fill: one with pairs while the other does with names makes twice as many.
    return watched(fill, lambda: one_of(len(d.copy()), 0, COUNT, 2 * COUNT))


@row("`d | other`, `dict(d)`, `d.copy()`, `{**d}`, `dict.fromkeys(d)`", "one moment of each")
def dict_copies():
    d = dict.fromkeys(range(COUNT), 0)

    def change():
        d.update(dict.fromkeys(range(COUNT), next(numbers)))
        d[-1] = d[0]
        d.pop(-1, None)

    def look(copy):
        return same([copy[n] for n in range(COUNT)])
    return watched(change, lambda: look(d | {}), lambda: look({} | d), lambda: look(dict(d)), lambda: look(d.copy()),
                   lambda: look({**d}), lambda: look(dict.fromkeys(d)))


@row("`list(d)`, `list(d.items())`, `{*d}`, `sorted(d)`, `tuple(d.values())`, `set(d)`", "one moment")
def dict_lists():
    d = dict.fromkeys(range(COUNT), 0)

    def change():
        d.update(dict.fromkeys(range(COUNT), next(numbers)))
        d[-1] = d[0]
        d.pop(-1, None)

    def keys(found):
        return True if len(found) in (COUNT, COUNT + 1) and set(range(COUNT)) <= set(found) else found
    return watched(change, lambda: keys(list(d)), lambda: keys({*d}), lambda: keys(sorted(d)), lambda: keys(set(d)),
                   lambda: same([v for k, v in list(d.items()) if k >= 0]), lambda: same(tuple(d.values())[:COUNT]))


@row("`d == other`", "one moment")
def dict_equal():
    d = {}

    def change():
        d.clear()
        d.update(dict.fromkeys(range(COUNT), next(numbers)))
    return watched(change, lambda: d == d, lambda: not d != d)


@row("`repr(d)`, `json.dumps(d)`", "one moment")
def dict_texts():
    d = dict.fromkeys(map(str, range(COUNT)), 0)

    def change():
        d.update(dict.fromkeys(map(str, range(COUNT)), next(numbers)))
        d["more"] = d["0"]
        d.pop("more", None)

    def look(found):
        found.pop("more", None)
        return same(found.values())
    return watched(change, lambda: look(json.loads(json.dumps(d))), lambda: look(eval(repr(d))),
                   lambda: look(json.loads(json.dumps(d, indent=1))))


@row("`d.clear()`", "one step")
def dict_clear():
    d, full = {}, dict.fromkeys(range(COUNT))
    return refilled(d, lambda: d.update(full))


@row("`for k in d`", "item by item; RuntimeError if keys come or go")
def dict_loops():
    d = dict.fromkeys(range(COUNT))

    def change():
        d[COUNT] = 1
        d.pop(COUNT, None)

    def loop(view):
        try:
            return all([k is not Failed for k in view])
        except RuntimeError:
            return True
    return watched(change, lambda: loop(d), lambda: loop(d.items()), lambda: loop(reversed(d)))


@row("`d.keys() & other` and the other operators of views", "one moment of each")
def dict_views():
    d = dict.fromkeys(range(COUNT))
    most = set(range(COUNT))

    def change():
        d[COUNT] = 1
        d.pop(COUNT, None)
    return watched(change, lambda: d.keys() & most == most, lambda: d.keys() | most >= most,
                   lambda: most - d.keys() == set(), lambda: d.items() - {(COUNT, 1)} == {(n, None) for n in most})


@row("`Counter.update(items)`, `defaultdict[k]`, `OrderedDict.move_to_end(k)`, `popitem()`", "one step for each item")
def dict_relatives():
    ready = threading.Barrier(THREADS)

    def make():
        return Counter(), defaultdict(list), OrderedDict.fromkeys(everyone), []

    def work(shared, number):
        counter, lists, ordered, taken = shared
        for i in mine(number):
            counter.update((i % 7,))
            lists[i % 7].append(i)
            ordered.move_to_end(i)
        ready.wait()  # nobody moves what another has taken
        for i in mine(number):
            taken.append(ordered.popitem(i % 2)[0])

    def check(shared):
        counter, lists, ordered, taken = shared
        expected = Counter([i % 7 for i in everyone])
        if counter != expected:
            return counter
        if {k: len(lists[k]) for k in lists} != expected:
            return "defaultdict lost some"
        return complete(taken, everyone)
    return in_rounds(make, work, check)


# ---- set -----------------------------------------------------------------------------------------


@row("`s.add(x)`, `s.discard(x)`, `s.remove(x)`, `x in s`", "one step")
def set_items():
    def work(s, number):
        for i in mine(number):
            s.add(i)
            if i not in s:
                raise Failed(i)
        for i in mine(number):
            if i % 2:
                s.remove(i) if i % 3 else s.discard(i)
    return in_rounds(set, work, lambda s: complete(s, range(0, len(everyone), 2)))


@row("`s.pop()`", "one step")
def set_pop():
    def work(shared, number):
        s, taken = shared
        for _ in mine(number):
            taken.append(s.pop())
    return in_rounds(lambda: (set(everyone), []), work, lambda shared: complete(shared[1], everyone))


@row("`s.update(items)`, `s |= other`, `s -= other`, `s.clear()`", "one step")
def set_update():
    s, full = set(), set(range(COUNT))
    items, keys = list(full), dict.fromkeys(full)

    def change():
        for source in (full, items, keys, tuple(items), frozenset(full)):
            s.update(source)
            s.difference_update(source)
        s.__ior__(full)
        s.__isub__(full)
        s.__ixor__(full)
        s.clear()
    return watched(change, lambda: one_of(len(s.copy()), 0, COUNT))


@row("`s ^= other`, `s.symmetric_difference_update(items)`", "one step")
def set_toggle():
    def work(s, number):
        for _ in range(50):
            s ^= odd
            s.symmetric_difference_update(list(odd))
    odd = set(range(1, COUNT, 2))
    return in_rounds(lambda: set(range(COUNT)), work, lambda s: s == set(range(COUNT)))


@row("`s &= other`, `s.intersection_update(items)`", "one step")
def set_intersect():
    def work(s, number):
        if number % 2:
            for i in mine(number):
                s.add(i)
        else:
            for _ in range(20):
                s &= allowed
                s.intersection_update(some)
    allowed = set(everyone)
    some = list(allowed)
    return in_rounds(set, work, lambda s: complete(s, [*mine(1), *mine(3)]))


@row("`s | other`, `s & other`, `s - other`, `s ^ other`, `s.union(items)`, `s.copy()`", "one moment of both")
def set_copies():
    s, full = set(), set(range(COUNT))

    def change():
        s.update(full)
        s.clear()
    return watched(change, lambda: one_of(len(s | s), 0, COUNT), lambda: one_of(len(s & full), 0, COUNT),
                   lambda: len(s - s) == 0, lambda: len(s ^ s) == 0, lambda: one_of(len(full - s), 0, COUNT),
                   lambda: one_of(len(s.union([1])), 1, COUNT), lambda: one_of(len(s.copy()), 0, COUNT),
                   lambda: one_of(len(full ^ s), 0, COUNT), lambda: one_of(len(frozenset(s)), 0, COUNT))


@row("`s == other`, `s <= other`, `s < other`, `s.isdisjoint(other)`", "one moment of both")
def set_compare():
    s, full = set(), set(range(COUNT))

    def change():
        s.update(full)
        s.clear()
    return watched(change, lambda: s == s, lambda: s <= s, lambda: not s < s, lambda: s <= full, lambda: full >= s,
                   lambda: s.issubset(s), lambda: s.isdisjoint({-1}))


@row("`repr(s)`, `list(s)`, `{*s}`, `sorted(s)`", "one moment")
def set_texts():
    s, full = set(), set(range(COUNT))

    def change():
        s.update(full)
        s.clear()
    return watched(change, lambda: one_of(repr(s), "set()", repr(full)), lambda: one_of(len(list(s)), 0, COUNT),
                   lambda: one_of(len({*s}), 0, COUNT), lambda: one_of(len(sorted(s)), 0, COUNT))


# ---- deque, bytearray, heap ----------------------------------------------------------------------


@row("`q.append(x)`, `q.appendleft(x)`, `q.pop()`, `q.popleft()`, `q.rotate(n)`", "one step")
def deque_items():
    def work(shared, number):
        q, taken = shared
        for i in mine(number):
            q.append(i) if i % 2 else q.appendleft(i)
            q.rotate(3)
        for i in mine(number):
            taken.append(q.pop() if i % 2 else q.popleft())
    return in_rounds(lambda: (deque(), []), work, lambda shared: complete(shared[1], everyone))


@row("`q.extend(items)`, `q += other`, `q.clear()`", "one step")
def deque_extend():
    q = deque()

    def change():
        q.extend([1] * COUNT)
        q.clear()
        q.__iadd__((1,) * COUNT)
        q.clear()
        q.extendleft([1] * COUNT)
        q.clear()
    return watched(change, lambda: one_of(len(q.copy()), 0, COUNT, 2 * COUNT))


@row("`q.copy()`, `list(q)`, `q + other`, `q == other`, `repr(q)`", "one moment")
def deque_copies():
    q = deque([0] * COUNT, COUNT)

    def change():
        q.extend([next(numbers)] * COUNT)
    return watched(change, lambda: same(q.copy()), lambda: same(list(q)), lambda: same(q + deque()), lambda: q == q,
                   lambda: same(eval(repr(q))))


@row("`b.append(x)`, `b.extend(bytes)`, `b += bytes`, `bytes(b)`, `b[i:j]`", "one step")
def bytearray_items():
    b = bytearray()
    part = b"x" * COUNT

    def change():
        b.extend(part)
        b.clear()
        b.__iadd__(part)
        b.clear()
    lengths = 0, COUNT, 2 * COUNT
    return watched(change, lambda: one_of(len(bytes(b)), *lengths), lambda: one_of(len(b[:]), *lengths))


@row("`heappush(l, x)`, `heappop(l)`", "one step")
def heap_push_and_pop():
    def work(shared, number):
        heap, taken = shared
        for i in mine(number):
            heapq.heappush(heap, i)
        for _ in mine(number):
            taken.append(heapq.heappop(heap))
    return in_rounds(lambda: ([], []), work, lambda shared: complete(shared[1], everyone))


@row("`heapreplace(l, x)`, `heappushpop(l, x)`, `heapify(l)`", "one step")
def heap_replace():
    def work(shared, number):
        heap, taken = shared
        for i in mine(number):
            taken.append(heapq.heapreplace(heap, i) if i % 2 else heapq.heappushpop(heap, i))
            if i % 20 == 0:
                heapq.heapify(heap)
        for _ in range(10):
            taken.append(heapq.heappop(heap))
    return in_rounds(lambda: (list(range(-40, 0)), []), work,
                     lambda shared: complete(shared[1], range(-40, len(everyone))))


# ---- iterators -----------------------------------------------------------------------------------


def shared_iterator(make, expected):
    """Four threads take everything from one iterator."""
    def work(shared, number):
        iterator, taken = shared
        taken.extend([item for item in iterator])
    return in_rounds(lambda: (make(), []), work, lambda shared: expected(shared[1]))


N = 800


@row("`next(it)` of a dict, its views, a set, a deque", "one step")
def counting_container_iterators():
    kinds = [lambda: iter(dict.fromkeys(range(N))), lambda: iter(dict.fromkeys(range(N)).items()),
             lambda: reversed(dict.fromkeys(range(N))), lambda: iter(set(range(N))), lambda: iter(deque(range(N))),
             lambda: reversed(deque(range(N)))]
    turn = itertools.count()

    def make():
        return kinds[next(turn) % len(kinds)]()
    return shared_iterator(
        make, lambda taken: complete([item[0] if type(item) is tuple else item for item in taken], range(N)))


@row("`next(it)` of a list, range, tuple, str, of `enumerate` and `zip` of them", "no error; an item may come twice")
def builtin_iterators():
    def take(it):
        def look():
            for _ in range(10):
                item = next(it[0], None)
                if item is None:
                    it[0] = kinds[next(numbers) % len(kinds)]()
            return True
        return look
    l = list(range(N))
    kinds = [lambda: iter(l), lambda: iter(range(N)), lambda: iter("x" * N), lambda: iter(tuple(l)),
             lambda: reversed(l), lambda: enumerate(l), lambda: zip(l, l)]
    it = [kinds[0]()]
    return watched(take(it), take(it))


@row("`next(it)` of `count`, `cycle`, `repeat`, `product`, `permutations`, `combinations`; of `islice` and `pairwise` "
     "over these and over containers", "one step")
def counting_iterators():
    def work(shared, number):
        its, taken = shared
        for it, got in zip(its, taken):
            for _ in range(150):
                got.append(next(it))

    def make():
        its = [itertools.count(), itertools.cycle(range(600)), itertools.repeat(1, 600),
               itertools.product(range(20), range(30)), itertools.combinations(range(36), 2),
               itertools.islice(list(range(700)), 600), itertools.pairwise(range(601))]
        return its, [[] for _ in its]

    def check(shared):
        count, cycle, repeat, product, combinations, islice, pairwise = shared[1]
        for got, wanted in ((count, range(600)), (cycle, range(600)), (islice, range(600)),
                            (pairwise, zip(range(600), range(1, 601)))):
            answer = complete(got, wanted)
            if answer is not True:
                return answer
        if len(repeat) != 600 or next(shared[0][2], None) is not None:
            return "repeat"
        return complete(product, itertools.product(range(20), range(30))) and len(set(combinations)) == 600
    return in_rounds(make, work, check)


class Once:
    """An iterator that gives each of `count` numbers once, whoever asks."""

    def __init__(self, count=N):
        self.numbers = itertools.count()
        self.last = count

    def __iter__(self):
        return self

    def __next__(self):
        number = next(self.numbers)
        if number >= self.last:
            raise StopIteration
        return number


@row("`next(it)` of `map`, `filter`, `chain`, `starmap`, `filterfalse`, `takewhile`, `dropwhile`, `compress`, `islice`",
     "nothing lost or twice that its source gives once")
def library_iterators():
    kinds = [lambda: map(lambda x: x, Once()), lambda: filter(lambda x: True, Once()),
             lambda: itertools.chain(Once(N // 2), map(lambda x: x + N // 2, Once(N // 2))),
             lambda: itertools.chain.from_iterable(map(Single, Once())),
             lambda: itertools.starmap(lambda x: x, zip(Once())),
             lambda: itertools.filterfalse(lambda x: False, Once()),
             lambda: itertools.takewhile(lambda x: x < N, Once(2 * N)),
             lambda: itertools.dropwhile(lambda x: False, Once()),
             lambda: itertools.compress(Once(), itertools.repeat(1)), lambda: itertools.islice(Once(2 * N), N)]
    turn = itertools.count()

    def make():
        return kinds[next(turn) % len(kinds)]()
    return shared_iterator(make, lambda taken: complete(taken, range(N)))


class Single:
    """One number, once."""

    def __init__(self, number):
        self.numbers = [number]

    def __iter__(self):
        return self

    def __next__(self):
        try:
            return self.numbers.pop()
        except IndexError:
            raise StopIteration from None


@row("`next(it)` of `pairwise`, `batched`, `zip_longest`, `accumulate`, `groupby`", "no error; rows may mix items")
def rowed_iterators():
    kinds = [lambda: itertools.pairwise(Once()), lambda: itertools.batched(Once(), 3),
             lambda: itertools.zip_longest(Once(), Once(N // 2)), lambda: itertools.accumulate(Once()),
             lambda: itertools.groupby(Once(), lambda x: x // 3)]
    turn = itertools.count()

    def make():
        return kinds[next(turn) % len(kinds)]()
    return shared_iterator(make, lambda taken: len(taken) > 0)


@row("`next(branch)` of the branches of one `tee`",
     "every branch gives everything; RuntimeError while another waits for the source")
def tee_branches():
    def work(branches, number):
        taken = [item for item in branches[number]]
        if taken != list(range(N)):
            raise Failed(len(taken))
    return in_rounds(lambda: itertools.tee(range(N), THREADS), work, lambda branches: True)


@row("`next(generator)`", "ValueError while it is executing")
def generators():
    def numbered():
        for i in range(N):
            yield i

    def work(shared, number):
        generator, taken = shared
        while True:
            try:
                taken.append(next(generator))
            except ValueError:
                continue
            except StopIteration:
                return
    return in_rounds(lambda: (numbered(), []), work, lambda shared: complete(shared[1], range(N)))


@row("`f(x)` of `lru_cache`", "one result is kept")
def caches():
    def make():
        return functools.lru_cache(None)(lambda n: [n])

    def work(cached, number):
        for n in range(100):
            cached(n)

    def check(cached):
        return all([cached(n) is cached(n) and cached(n) == [n] for n in range(100)])
    return in_rounds(make, work, check)


def main():
    if sys.argv[1] == "list":
        for operations, promise, _ in rows:
            print(f"| {operations} | {promise} |")
        return 0
    seconds = float(sys.argv[1])
    failed = 0
    for operations, promise, function in rows:
        if len(sys.argv) > 2 and sys.argv[2] not in operations:
            continue
        try:
            function()(time.monotonic() + seconds)
        except Exception as error:
            failed += 1
            print(f"FAILED: {operations}: {promise}: {type(error).__name__}: {error}", flush=True)
        else:
            print(f"ok: {operations}", flush=True)
    print(f"{len(rows)} rows, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
