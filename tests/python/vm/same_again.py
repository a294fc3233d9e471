#!/usr/bin/env python3
"""Asks an executor whose runs are to be the same again whether they are.

    same_again.py COMMAND...

Each COMMAND runs a program, whose path it gets where it says {file}. Each of the programs below prints
something that is usually another in every run: ids, hashes, addresses, the order of sets, idents, random
numbers, times. It is run twice with every COMMAND, and all that is printed must be equal, byte for byte;
with a seed of 2 (where {seed} stands) it must be another. The last line is `N passed, N failed`.
"""
import concurrent.futures
import os
import re
import shlex
import subprocess
import sys
import tempfile

A = "class A: pass\n"
MANY = A + "many = [A() for _ in range(40)]\n"
THREADS = "import threading\n"

# title: program
PROGRAMS = {
    "id of an instance": A + "print(id(A()))",
    "ids of many": MANY + "print([id(a) for a in many])",
    "ids that are asked twice": MANY + "first = [id(a) for a in many]\nprint(first == [id(a) for a in reversed(many)][::-1], first)",
    "hash of an instance": A + "print(hash(A()), object.__hash__(A()))",
    "hashes of functions and classes": A + "def f(): pass\nprint(hash(f), hash(A), hash(len), hash(type), hash(object))",
    "hash of a bound method": MANY + "class B:\n    def m(self): pass\nprint(hash(B().m), hash([].append))",
    "repr of an instance": A + "print(A(), [A()], {1: A()})",
    "repr of a function": "def f(): pass\nprint(f, lambda: 1, f.__code__)",
    "repr of a method": "class B:\n    def m(self): pass\nprint(B().m, B.m, [].append, 'x'.join)",
    "repr of a generator": "def g(): yield\nprint(g(), (x for x in ()), g().__next__)",
    "repr of iterators": "print(iter([]), iter(()), iter({}), iter(set()), map(int, []), zip(), enumerate([]))",
    "repr of locks": THREADS + "print(threading.Lock(), threading.RLock(), threading.Condition())",
    "repr of synchronisers": THREADS + "print(threading.Semaphore(), threading.Event(), threading.Barrier(2))",
    "repr of a cell": "def f():\n    x = object()\n    return lambda: x\nprint(f().__closure__)",
    "repr of an exception's frame": "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    print(e.__traceback__, e.__traceback__.tb_frame)",
    "repr of weak references": "import weakref\n" + MANY + "print(weakref.ref(many[0]), weakref.proxy(many[1]).__repr__())",
    "set of instances": MANY + "print(set(many))",
    "set of functions": "print({len, abs, print, iter, next, map, sorted, repr})",
    "set of classes": "print({int, str, dict, list, tuple, bytes, ValueError, KeyError, OSError})",
    "set of mixed keys": MANY + "print(set(many[:5]) | {1, 2.5, 'x', b'y', None, (), (1, 2), frozenset({3})})",
    "frozenset of instances": MANY + "print(frozenset(many), hash(frozenset(many)))",
    "tuple with an instance": A + "print(hash((1, A(), 'x')))",
    "pop from a set": MANY + "s = set(many)\nprint([s.pop() for _ in range(10)])",
    "difference of sets": MANY + "print(set(many) - set(many[::2]), set(many) ^ set(many[5:]))",
    "iteration over a set": MANY + "print([many.index(a) for a in set(many)])",
    "dict keyed by instances": MANY + "d = dict.fromkeys(set(many))\nprint([many.index(a) for a in d])",
    "WeakSet": "import weakref\n" + MANY + "print([many.index(a) for a in weakref.WeakSet(many)])",
    "ids after a collection": "import gc\n" + MANY + "ids = [id(a) for a in many]\ndel many[::2], a\ngc.collect()\nmore = [A() for _ in range(40)]\nprint(ids, [id(a) for a in many + more])".replace(", a\n", "\n"),
    "ids of what died": "import gc\n" + A + "for _ in range(5):\n    print(id(A()))\n    gc.collect()",
    "sorted by id": MANY + "print([many.index(a) for a in sorted(many, key=id)])",
    "copy and deepcopy by id": "import copy\n" + MANY + "print(copy.deepcopy(many)[3], id(copy.copy(many[0])))",
    "id of an int and of a str": "print(id(5), id('x'), id(2.5), id(None), id(()), id(10 ** 30))",
    "unseeded random()": "import random\nprint(random.random(), random.random())",
    "unseeded choice and shuffle": "import random\nx = list(range(20))\nrandom.shuffle(x)\nprint(x, random.choice('abcdef'), random.sample(range(99), 5))",
    "an unseeded Random": "import random\nprint(random.Random().random(), random.Random().getrandbits(200))",
    "SystemRandom": "import random\nprint(random.SystemRandom().random(), random.SystemRandom().randrange(10 ** 20))",
    "os.urandom": "import os\nprint(os.urandom(0), os.urandom(1), os.urandom(33))",
    "secrets": "import secrets\nprint(secrets.token_hex(8), secrets.token_urlsafe(9), secrets.randbelow(10 ** 9))",
    "uuid4": "import uuid\nprint(uuid.uuid4(), uuid.uuid4())",
    "gauss and others": "import random\nprint(random.gauss(0, 1), random.expovariate(2), random.uniform(3, 4))",
    "ident of the main thread": THREADS + "print(threading.get_ident(), threading.get_native_id(), threading.main_thread().ident)\nimport os, random\nprint(random.random())",
    "idents of threads": THREADS + "ts = [threading.Thread(target=lambda: print(threading.get_ident())) for _ in range(5)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint([t.ident for t in ts], [t.native_id for t in ts], ts, object())",
    "a race": THREADS + "n = 0\ndef add():\n    global n\n    for _ in range(200):\n        m = n\n        abs(1)\n        n = m + 1\nts = [threading.Thread(target=add) for _ in range(4)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(n, object())",
    "lines of several threads": THREADS + "import time, random\ndef say(n):\n    for _ in range(5):\n        print(n, random.random())\n        time.sleep(random.random())\nts = [threading.Thread(target=say, args=(n,)) for n in range(4)]\nfor t in ts: t.start()\nfor t in ts: t.join()",
    "a pool": "from concurrent.futures import ThreadPoolExecutor, as_completed\nimport time, random, threading\ndef work(n):\n    time.sleep(random.random())\n    return n, threading.get_ident()\nwith ThreadPoolExecutor(4) as pool:\n    print([f.result() for f in as_completed([pool.submit(work, n) for n in range(12)])])",
    "a queue": THREADS + "import queue, random\nq = queue.Queue(3)\ndef put():\n    for _ in range(10): q.put(random.random())\nt = threading.Thread(target=put)\nt.start()\nprint([q.get() for _ in range(10)])",
    "threading.local": THREADS + "local = threading.local()\ndef f():\n    local.x = object()\n    print(local.x, local)\nt = threading.Thread(target=f)\nt.start()\nt.join()\nf()",
    "the clock": "import time\nfor _ in range(3):\n    print(time.time(), time.monotonic(), time.perf_counter_ns(), time.process_time(), time.thread_time_ns())\n    time.sleep(0.1)\nprint(object())",
    "the date": "import datetime\nprint(datetime.datetime.now(datetime.timezone.utc), object())",
    "excepthook": THREADS + "def fail(): raise ValueError(object())\nt = threading.Thread(target=fail)\nt.start()\nt.join()\nprint(object())",
    "timeouts": THREADS + "import time\nl = threading.Lock()\nl.acquire()\nfor s in (0.1, 0.25):\n    b = time.monotonic()\n    print(l.acquire(timeout=s), time.monotonic() - b, object())",
    "who gets a lock": THREADS + "l = threading.Lock()\nturns = []\ndef take(n):\n    for _ in range(20):\n        with l: turns.append(n)\nts = [threading.Thread(target=take, args=(n,)) for n in range(3)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(turns, object())",
}


def run(command, seed, path):
    words = [word.format(file=path, seed=seed) for word in shlex.split(command)]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=False,
                          env={**os.environ, "TZ": "UTC"})
    return done.stdout + b"---\n" + done.stderr


def ask(title, folder, commands):
    """What is wrong with that program; None if nothing is."""
    path = os.path.join(folder, re.sub(r"\W", "_", title) + ".py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PROGRAMS[title] + "\n")
    expected = run(commands[0], 1, path)
    out, _, err = expected.partition(b"---\n")
    if not out.strip() or err and title != "excepthook":
        return f"{title}: it fails\n{expected.decode()}"
    for command in commands:
        for _ in range(2):
            found = run(command, 1, path)
            if found != expected:
                return f"{title}: {command} is another run\n  {expected!r}\n  {found!r}"
    if run(commands[0], 2, path) == expected:
        return f"{title}: another seed makes no difference\n  {expected!r}"
    return None


def main():
    commands = sys.argv[1:]
    if not commands:
        sys.exit(__doc__)
    failed = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for wrong in pool.map(lambda title: ask(title, folder, commands), PROGRAMS):
            if wrong is not None:
                failed += 1
                print(wrong)
    print(f"{len(PROGRAMS) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
