"""Eight threads at once on shared objects, round after round, for as many seconds as are given.

    threadbook run tests/stress/containers.py --no-gil 60

Single operations on containers are atomic, with the GIL and without it: what is put in is there
afterwards, what is taken out is taken by one thread only. Every round checks that. A race that
Python allows (a container changed while somebody iterates, a generator that is being resumed)
may raise what CPython documents, and nothing else.
"""
import sys
import time
from threading import Lock, Thread

THREADS = 8
STEPS = 1000

failures = []


def check(condition, *what):
    if not condition:
        failures.append(what)
        print("FAILED:", *what, flush=True)


def together(task, *arguments):
    """Runs task(number, *arguments) in all threads and waits; an exception is a failure."""
    ready = []

    def guarded(number):
        ready.append(number)
        while len(ready) < THREADS:  # a task is shorter than a thread's start: nobody goes ahead
            pass
        try:
            task(number, *arguments)
        except Exception as error:
            check(False, task.__name__, "raised", repr(error))

    threads = [Thread(target=guarded, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def flattened(lists):
    return [item for part in lists for item in part]


def everything():
    return list(range(THREADS * STEPS))


# ---- lists ----


def list_append():
    shared = []

    def task(number):
        for step in range(STEPS):
            shared.append(number * STEPS + step)

    together(task)
    check(sorted(shared) == everything(), "list.append", len(shared))
    for number in range(THREADS):
        own = [item for item in shared if item // STEPS == number]
        check(own == sorted(own), "list.append kept no thread's order")


def list_extend_and_add():
    shared = []

    def task(number):
        for step in range(0, STEPS, 4):
            pair = [number * STEPS + step, number * STEPS + step + 1]
            if step % 8:
                shared.extend(pair)
            else:
                shared.__iadd__(pair)
            shared.insert(0, number * STEPS + step + 2)
            shared.extend(item for item in (number * STEPS + step + 3,))

    together(task)
    check(sorted(shared) == everything(), "list.extend", len(shared))


def list_pop():
    shared = everything()
    taken = [[] for _ in range(THREADS)]

    def task(number):
        mine = taken[number]
        while True:
            try:
                mine.append(shared.pop() if number % 2 else shared.pop(0))
            except IndexError:
                return

    together(task)
    check(sorted(flattened(taken)) == everything(), "list.pop gave an item twice or never")


def list_sort():
    shared = everything()

    def task(number):
        for step in range(STEPS // 10):
            if number % 4 == 0:
                shared.sort(reverse=step % 2 == 0)
            else:
                shared.append(shared.pop())

    together(task)
    check(sorted(shared) == everything(), "list.sort lost what came meanwhile, or brought back what had gone")


def list_while_others_look():
    shared = list(range(50))

    def task(number):
        for step in range(STEPS):
            if number == 0:
                shared.sort(reverse=step % 2 == 0)
            elif number == 1:
                shared.reverse()
            elif number == 2:
                shared.append(shared.pop())
            elif number == 3:
                shared[step % 40] = shared[step % 40]
            else:
                copy = shared[:]
                check(all(type(item) is int for item in copy), "a list showed what was not in it")
                len(shared), 7 in shared, shared.count(3), repr(shared)[:9], sum(list(shared)) >= 0

    together(task)


# ---- dicts ----


def dict_store_and_delete():
    shared = {}

    def task(number):
        for step in range(STEPS):
            shared[number, step] = step
            shared[f"{number}-{step}"] = step
            if step % 3 == 0:
                del shared[number, step]

    together(task)
    for number in range(THREADS):
        for step in range(STEPS):
            check(shared[f"{number}-{step}"] == step, "a dict lost a key")
            check(((number, step) in shared) == (step % 3 != 0), "a dict lost a change")
    check(len(shared) == len(list(shared)), "a dict miscounts")


def dict_one_winner():
    shared = {}
    seen = [None] * THREADS

    def task(number):
        seen[number] = [shared.setdefault(step, number) for step in range(STEPS)]

    together(task)
    check(all(seen[number] == seen[0] for number in range(THREADS)), "setdefault had two winners")


def dict_pop():
    shared = {item: item for item in everything()}
    taken = [[] for _ in range(THREADS)]

    def task(number):
        mine = taken[number]
        if number % 2:
            for item in everything():
                if shared.pop(item, None) is not None:
                    mine.append(item)
        else:
            while True:
                try:
                    mine.append(shared.popitem()[0])
                except KeyError:
                    return

    together(task)
    check(sorted(flattened(taken)) == everything(), "dict.pop gave an item twice or never")


def dict_while_others_look():
    shared = {}

    def task(number):
        for step in range(STEPS):
            if number < 3:
                shared[step * (number + 1) % 97] = step
                shared.pop(step % 89, None)
                shared.update({step % 7: number, -step: 1})
            else:
                try:
                    for key in shared:
                        check(type(key) is int, "a dict showed what was not in it")
                except RuntimeError as error:
                    check("during iteration" in str(error), "wrong error", str(error))
                for key, value in list(shared.items()):
                    check(type(key) is int and type(value) is int, "a dict showed a half-made item")
                shared.copy(), len(shared), shared.get(step)

    together(task)


# ---- sets ----


def set_add_and_pop():
    shared = set()

    def fill(number):
        for step in range(STEPS):
            shared.add(number * STEPS + step)
            shared.discard(-1 - step)

    together(fill)
    check(shared == set(everything()), "a set lost an item")
    taken = [[] for _ in range(THREADS)]

    def empty(number):
        while True:
            try:
                taken[number].append(shared.pop())
            except KeyError:
                return

    together(empty)
    check(sorted(flattened(taken)) == everything(), "set.pop gave an item twice or never")


# ---- instances and classes ----


class Plain:
    shared = 0


def instance_attributes():
    objects = [Plain() for _ in range(20)]

    def task(number):
        for step in range(20):
            for target in objects:
                setattr(target, f"a{number}_{step}", step)
                setattr(target, "same", number)
                if step % 5 == 4:
                    delattr(target, f"a{number}_{step}")

    together(task)
    for target in objects:
        for number in range(THREADS):
            for step in range(20):
                there = getattr(target, f"a{number}_{step}", None)
                check(there == (None if step % 5 == 4 else step), "an instance lost an attribute", there)


def class_attributes():
    class Changing:
        def method(self):
            return -1

    target = Changing()

    def task(number):
        for step in range(STEPS):
            if number < 2:
                setattr(Changing, f"n{number}_{step}", step)
                Changing.method = lambda self, step=step: step
            else:
                check(type(target.method()) is int, "a method was not one")

    together(task)
    for number in range(2):
        for step in range(STEPS):
            check(getattr(target, f"n{number}_{step}") == step, "a class lost an attribute")


# ---- generators ----


def generator_shared():
    source = (number for number in range(THREADS * STEPS))
    taken = [[] for _ in range(THREADS)]

    def task(number):
        while True:
            try:
                taken[number].append(next(source))
            except ValueError as error:
                check(str(error) == "generator already executing", "wrong error", str(error))
            except StopIteration:
                return

    together(task)
    check(sorted(flattened(taken)) == everything(), "a generator gave a value twice or never")


# ---- strings and numbers ----


def text():
    base = "".join(chr(97 + step % 26) for step in range(100))
    growing = ["x"]

    def task(number):
        mine = base
        for step in range(STEPS):
            mine += str(number)
            other = growing[0] + base[step % 100]
            if len(other) < 500:
                growing[0] = other
            check(other[0] == "x" and set(other[1:]) <= set(base), "a shared string was changed")
            check(mine[:100] == base and mine[100:] == str(number) * (step + 1), "a string was changed")

    together(task)


def numbers():
    results = [None] * THREADS

    def task(number):
        product = 1
        for step in range(1, 120):
            product *= step
        results[number] = product // 3 ** 20, hash(str(product)), f"{product:,}", float(product)

    together(task)
    check(all(result == results[0] for result in results), "threads disagree about a number")


def counter_with_lock():
    lock = Lock()
    total = [0]

    def task(number):
        for _ in range(STEPS):
            with lock:
                total[0] += 1

    together(task)
    check(total[0] == THREADS * STEPS, "an update under a lock was lost", total[0])


def thread_one_starter():
    """All start the same threads: of each one succeeds, and it runs once."""
    runs, refused = [], []
    shared = [Thread(target=runs.append, args=(number,)) for number in range(STEPS // 10)]

    def task(number):
        for thread in shared:
            try:
                thread.start()
            except RuntimeError as error:
                refused.append(str(error))

    together(task)
    for thread in shared:
        thread.join()
    check(sorted(runs) == list(range(len(shared))), "threads ran", sorted(runs))
    check(refused == ["threads can only be started once"] * len(shared) * (THREADS - 1), "were refused", len(refused))


def garbage():
    """Cycles, made and dropped by all, while all look at one structure that must live."""
    keep = {}

    def task(number):
        for step in range(STEPS):
            ring = [[], {}]
            ring[0].append(ring)
            ring[1]["ring"] = ring, Plain(), str(step) * 3
            if step % 10 == 0:
                keep[number, step] = ring

    together(task)
    for (number, step), ring in keep.items():
        check(ring[0][0] is ring and ring[1]["ring"][2] == str(step) * 3, "what is reachable was collected")


TASKS = [
    list_append, list_extend_and_add, list_pop, list_sort, list_while_others_look, dict_store_and_delete, dict_one_winner,
    dict_pop, dict_while_others_look, set_add_and_pop, instance_attributes, class_attributes, generator_shared,
    text, numbers, counter_with_lock, thread_one_starter, garbage,
]


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 2
    end = time.monotonic() + seconds
    count = 0
    while count == 0 or time.monotonic() < end:
        for task in TASKS:
            task()
        count += 1
    print(f"{count} rounds of {len(TASKS)} tasks, {THREADS} threads: {len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
