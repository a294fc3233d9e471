#!/usr/bin/env python3
"""Explores programs that nobody would explore: none may crash the search or hang it, each has its verdict.

    tests/explore/check_bad_input.py COMMAND... [--count=N] [--first=SEED] [--limit=SECONDS] [--mutations=N]

COMMAND is the command line of threadbook. ODD are programs with what they may end with; N more are made by chance, each
explored for SECONDS, and some of them until Ctrl-C. Schedules that are none, or of another program, are refused with a
sentence and status 2; those that damage has made into others of the program lead to what it can come to. Two commands
run at a time. By hand: --count=1000 --mutations=1000.
"""

import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import random_programs

BEGIN = "import _thread, gc, os, queue, random, sys, threading, time\n"
GO = "\nts = [threading.Thread(target=t) for t in (%s,)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n"
ADD = "x = 0\ndef add():\n    global x\n    x += 1\n"

# By name: the source, the endings that its results must have, and whether the search must come to an end, with all
# orders; None: it may.
ODD = {
    "clock": ("def f(): print(time.time() > 0, time.monotonic() > 0, time.perf_counter() >= 0)" + GO % "f, f", {"finished"}, True),
    "random numbers": ("def f(): print(random.random())" + GO % "f, f", {"finished"}, True),
    "ids and hashes": ("def f(): print(id(object()) != 0, hash('a') == hash('a'), {1, 'a'})" + GO % "f, f", {"finished"}, True),
    "one that loops": ("def f():\n    while True: pass" + GO % "f", {"livelock"}, True),
    "one that counts for ever": ("def f():\n    i = 0\n    while True: i += 1" + GO % "f", {"limit"}, False),
    "loops that add": (ADD + "def f():\n    while True: add()" + GO % "f, f", {"limit"}, False),
    "loops that look": (ADD + "def f():\n    while x == 0: pass" + GO % "f, f", {"livelock"}, True),
    "loops that look and sleep": (ADD + "def f():\n    while x == 0: time.sleep(1)" + GO % "f, add", {"finished"}, True),
    "many threads": ("ts = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(200)]\n"
                     "for t in ts: t.start()\nfor t in ts: t.join()\nprint('ends')", {"finished"}, True),
    "many threads that add": (ADD + GO % ", ".join(["add"] * 200), {"finished"}, False),
    "recursion": ("def f(): f()" + GO % "f, f", {"raised"}, True),
    "recursion that is shared": (ADD + "def f():\n    add()\n    f()" + GO % "f", {"raised", "limit"}, None),
    "too much memory": ("a = []\ndef f():\n    while True: a.append('x' * 10_000_000)" + GO % "f, f", None, None),
    "more and more memory": ("a = []\ndef f():\n    while True: a.append(len(a))" + GO % "f, f", None, None),
    "too much memory in some orders": (ADD + "def f():\n    if x: 'x' * 100_000_000" + GO % "f, add", {"finished", "raised"}, True),
    "much memory in each order": (ADD + "def f():\n    a = 'x' * 15_000_000\n    add()\n    add()" + GO % "f, f", {"finished"}, True),
    "input": ("def f():\n    try: print(input())\n    except EOFError: print('none')" + GO % "f, f", {"finished"}, True),
    "files": ("def f():\n    try: open('/nowhere/x')\n    except Exception as e: print(type(e).__name__)" + GO % "f, f", {"finished"}, True),
    "what there is not": ("def f():\n    import subprocess" + GO % "f", {"raised"}, True),
    "a generator that is shared": ("def g():\n    while True: yield\nit = g()\ndef f(): next(it)" + GO % "f, f", {"finished"}, True),
    "a generator in its own way": ("def g():\n    while True:\n        with lock: yield\nlock = threading.Lock()\nit = g()\n"
                                   "def f():\n    try: next(it)\n    except ValueError: pass" + GO % "f, f", None, None),
    "a daemon": ("def f():\n    while True: print('x')\nthreading.Thread(target=f, daemon=True).start()", None, None),
    "a daemon that waits": ("threading.Thread(target=threading.Lock().acquire, daemon=True).start()\nprint('ends')", {"finished"}, True),
    "exceptions": ("def f(): raise ValueError(1)" + GO % "f, f", {"raised"}, True),
    "an exception of the main thread": (ADD + "threading.Thread(target=add).start()\n1 / 0", {"raised"}, True),
    "exit in a thread": ("def f(): sys.exit(3)" + GO % "f, f" + "print('ends')", {"finished"}, True),
    "exit of the main thread": (ADD + "threading.Thread(target=add).start()\nsys.exit(5)", {"finished"}, True),
    "a hook for exceptions": ("threading.excepthook = lambda a: print(a.exc_type.__name__)\ndef f(): raise KeyError" + GO % "f, f", {"raised"}, True),
    "a hook that raises": ("def hook(a): raise TypeError\nthreading.excepthook = hook\ndef f(): raise KeyError" + GO % "f", {"raised"}, True),
    "an end at once": ("def f(): os._exit(7)" + GO % "f, f" + "print('ends')", {"finished"}, None),
    "an interrupt": ("def f(): _thread.interrupt_main()\nt = threading.Thread(target=f)\nt.start()\ntry: t.join()\n"
                     "except KeyboardInterrupt: print('interrupted')", None, True),
    "threads that start threads": ("def f(n):\n    if n: threading.Thread(target=f, args=(n - 1,)).start()\nf(5)", {"finished"}, True),
    "a thread that joins itself": ("def f(): threading.current_thread().join()" + GO % "f", {"raised"}, True),
    "a collection": (ADD + "def f():\n    gc.collect()\n    add()" + GO % "f, f", {"finished"}, True),
    "a farewell": (ADD + "class C:\n    def __del__(self): add()\ndef f():\n    C()\n    gc.collect()" + GO % "f, f", None, None),
    "no threads": ("print(1)", {"finished"}, True),
    "nothing": ("", {"finished"}, True),
    "an error in the main thread": ("1 / 0", {"raised"}, True),
    "locks that nobody has": ("l = threading.Lock()\ndef f(): l.release()" + GO % "f", {"raised"}, True),
    "a barrier that breaks": ("b = threading.Barrier(3)\ndef f():\n    try: b.wait(1)\n    except threading.BrokenBarrierError: pass" + GO % "f, f", {"finished"}, True),
    "a queue that is never filled": ("q = queue.Queue()\ndef f(): q.get()" + GO % "f, f", {"deadlock"}, True),
    "tracing": ("def f():\n    sys.settrace(lambda *a: None)\n    x = 1" + GO % "f, f", {"finished"}, True),
}

# Given hardly more memory than the interpreter takes, so that it ends anywhere, the next time somewhere else.
HUNGRY = {
    "imports": ADD + "def f():\n    import json, decimal\n    add()" + GO % "f, f, f",
    "exceptions": ADD + "def f():\n    add()\n    assert x == 3" + GO % "f, f, f",
    "classes": ADD + "def f():\n    class C: pass\n    add()" + GO % "f, f, f",
}
LITTLE = range(1, 9)  # megabytes

# What one more may do, among what random_programs.py has threads do.
WILD = """
raise ValueError(I)
sys.exit(I)
os._exit(I)
while x < K: pass
while True: x += 1
while True: pass
threading.Thread(target=print, args=(I,)).start()
threading.Thread(target=thread_1, daemon=True).start()
lock.acquire()
lock.release()
other.acquire()
event.wait()
jobs.get()
semaphore.acquire()
v = [0] * 10_000_000; items.append(v)
v = id(v) % 7, hash("K"), random.random(), time.time()
v = threading.active_count()
v = [each.name for each in threading.enumerate()]
del table[K]
items.clear()
x = (lambda f: f(f))(lambda f: f(f))
gc.collect()
_thread.interrupt_main()
v = next(shared)
exec("x = I")
globals()["y"] = I
threading.current_thread().name = "T"
for each in items: items.append(each) if len(items) < 5 else None
threading.Timer(K, print, ["late"]).start()
threading.main_thread().join()
with ThreadPoolExecutor(2) as pool: v = list(pool.map(abs, [I, -I]))
""".strip("\n").split("\n")


def wild_program(seed):
    chance = random.Random(seed)
    lines = random_programs.program(seed, threads=(1, 4), length=(1, 5)).split("\n")
    places = [number for number, line in enumerate(lines) if line == "    v = None"]
    for number in reversed(places):
        for _ in range(chance.randint(0, 2)):
            lines.insert(number + 1, "    " + chance.choice(WILD).replace("I", str(chance.randint(0, 3))).replace("K", str(chance.randint(0, 1))))
    return ("import _thread, gc, os, random, sys\nfrom concurrent.futures import ThreadPoolExecutor\n" + "\n".join(lines)
            .replace("numbers = iter", "def count():\n    while True:\n        yield x\n\n\nshared = count()\nnumbers = iter"))


def explore(command, path, *options):
    """The verdict and the status, or a sentence. It has a minute more than it was given."""
    try:
        done = subprocess.run([*command, "explore", str(path), "--json", *options], stdin=subprocess.DEVNULL,
                              capture_output=True, check=False, text=True, timeout=90)
    except subprocess.TimeoutExpired:
        return "it hangs"
    if done.returncode not in (0, 1, 4):
        return f"the status is {done.returncode}: {done.stderr[-300:]}"
    try:
        return json.loads(done.stdout), done.returncode
    except ValueError:
        return f"no verdict: {done.stdout[-200:]} {done.stderr[-200:]}"


def judge(answer, endings, ends):
    if isinstance(answer, str):
        return answer
    verdict, status = answer
    found = {outcome["ending"] for outcome in verdict["outcomes"]}
    if endings is not None and not (found and found <= endings):
        return f"its endings are {found}"
    if ends is not None and verdict["complete"] != ends:
        return f"complete is {verdict['complete']}"
    if ends and verdict["blocked"]:
        return f"{verdict['blocked']} executions were broken off"
    if status == 0 and not verdict["complete"]:
        return "proved, but not complete"
    return ""


def bad_schedules(schedule, other):
    """Changed in all the ways in which text is damaged on its way."""
    yield from ("", "x", "1", "-", "1-", schedule[:-1] + "!", schedule.replace("-a", "-z", 1), schedule + "-", "3" + schedule[1:],
                schedule[:12], schedule.replace("_", "__", 1) if "_" in schedule else "_", "1" * 10_000, "\u00fc", other)
    yield schedule[:2] + ("1" if schedule[2] != "1" else "2") + schedule[3:]


def mutated(schedule, chance):
    """The schedule with up to three of its characters changed, lost, doubled or put in, or with parts of it moved."""
    text = schedule
    for _ in range(chance.randint(1, 3)):
        at, other = chance.randint(0, len(text)), chance.randint(0, len(text))
        at, other = min(at, other), max(at, other)
        any_one = chance.choice("0123456789abcxyzABCXYZ-_.! \u00fc")
        text = chance.choice((text[:at], text[at:], text[:at] + text[at + 1:], text[:at] + any_one + text[at + 1:],
                              text[:at] + any_one + text[at:], text[:at] + text[other:], text[:other] + text[at:],
                              text[:at] + any_one * chance.randint(1, 300) + text[at:]))
    return text


def replay(command, path, schedule):
    try:
        return subprocess.run([*command, "replay", str(path), schedule], stdin=subprocess.DEVNULL, capture_output=True,
                              check=False, text=True, timeout=90)
    except subprocess.TimeoutExpired:
        return None


def is_refused(done):
    return done.returncode == 2 and done.stderr.startswith("threadbook: ") and done.stderr.count("\n") == 1 and not done.stdout


def judge_replay(done, verdict):
    """Of a schedule that may be one of the program, or none: it is refused, or comes to something that was found."""
    if done is None:
        return "it hangs"
    if is_refused(done):
        return ""
    for outcome in verdict["outcomes"]:
        status = 3 if outcome["ending"] in ("deadlock", "livelock") else outcome["status"]
        if (done.returncode, done.stdout) == (status, outcome["stdout"]) and done.stderr.startswith(outcome["stderr"]):
            return ""
    return f"{done.returncode} {done.stdout!r} {done.stderr!r}"


def interrupted(command, path, after, *options):
    """As explore(), with Ctrl-C after so many seconds, and how many more it took; None if it had ended before."""
    with subprocess.Popen([*command, "explore", str(path), "--json", *options], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            running.wait(after)
            began = None
        except subprocess.TimeoutExpired:
            began = time.monotonic()
            running.send_signal(signal.SIGINT)
        try:
            out, err = running.communicate(timeout=90)
        except subprocess.TimeoutExpired:
            running.kill()
            return "it hangs", None
    took = began and time.monotonic() - began
    if running.returncode not in (0, 1, 4):
        return f"the status is {running.returncode}: {err[-300:]}", took
    try:
        return (json.loads(out), running.returncode), took
    except ValueError:
        return f"no verdict: {out[-200:]} {err[-200:]}", took


class Count:
    """What passed and what failed, told at once; from several threads."""

    def __init__(self):
        self.passed = self.failed = 0
        self.lock = threading.Lock()
        self.took = []  # from Ctrl-C to the end, in seconds, and by what

    def tell(self, name, wrong):
        with self.lock:
            self.passed += not wrong
            self.failed += bool(wrong)
            if wrong:
                print(f"{name}: {wrong}", flush=True)


def by_chance(command, folder, seed, limit, count):
    """A program by chance: to the end of its time; every other one once more, to a Ctrl-C in the midst of it."""
    path = Path(folder) / f"chance_{seed}.py"
    path.write_text(wild_program(seed))
    count.tell(f"by chance {seed}", judge(explore(command, path, f"--limit={limit}"), None, None))
    if seed % 2 == 0:
        answer, took = interrupted(command, path, random.Random(seed).uniform(0.01, 1))
        count.tell(f"by chance {seed}, Ctrl-C", judge(answer, None, None))
        if took is not None:
            with count.lock:
                count.took.append((took, seed))
    path.unlink()


def main():
    options = dict(word[2:].split("=") for word in sys.argv[1:] if word.startswith("--") and "=" in word)
    command = [word for word in sys.argv[1:] if not word.startswith("--")]
    if not command:
        sys.exit(__doc__)
    programs, first = int(options.get("count", 40)), int(options.get("first", 1))
    limit, mutations = options.get("limit", "1"), int(options.get("mutations", 100))
    count = Count()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:

        def odd(name, source, endings, ends):
            path = Path(folder) / f"{name.replace(' ', '_')}.py"
            path.write_text(BEGIN + source + "\n")
            # What ends by itself is given all the time it wants, and what never does a number of orders.
            limit = {True: (), False: ("--bound=2",), None: ("--limit=5",)}[ends]
            count.tell(name, judge(explore(command, path, "--memory=64", *limit), endings, ends))

        done = [pool.submit(odd, name, *each) for name, each in ODD.items()]

        def hungry(name, megabytes):
            path = Path(folder) / f"{name}_{megabytes}.py"
            path.write_text(BEGIN + HUNGRY[name] + "\n")
            count.tell(f"{name} in {megabytes} MB",
                       judge(explore(command, path, "--limit=1", f"--memory={megabytes}"), None, None))

        done += [pool.submit(hungry, name, megabytes) for name in HUNGRY for megabytes in LITTLE]
        seeds = range(first, first + programs)
        done += [pool.submit(by_chance, command, folder, seed, limit, count) for seed in seeds]
        for number, each in enumerate(done):
            each.result()
            if number % 100 == 99:
                print(f"… {number + 1} of {len(done)}", flush=True)

        path = Path(folder) / "program.py"
        path.write_text(BEGIN + ADD + "def f(): time.sleep(1)" + GO % "add, add")
        other = explore(command, path)[0]["outcomes"][0]["schedule"]
        path.write_text(BEGIN + ADD + GO % "add, add" + "print(x)\n")
        verdict, _ = explore(command, path)
        schedule = verdict["outcomes"][0]["schedule"]
        for bad in bad_schedules(schedule, other):
            replayed = replay(command, path, bad)
            right = replayed is not None and is_refused(replayed)
            count.tell(f"the schedule {bad[:40]!r}", "" if right else f"{replayed}")
        chance = random.Random(first)
        bad = [mutated(chance.choice(verdict["outcomes"])["schedule"], chance) for _ in range(mutations)]
        for text, replayed in zip(bad, pool.map(lambda text: replay(command, path, text), bad)):
            count.tell(f"the schedule {text[:200]!r}", judge_replay(replayed, verdict))

        # Ctrl-C in a search that has a long way to go.
        path.write_text(BEGIN + ADD + GO % ", ".join(["add"] * 12))
        answer, _ = interrupted(command, path, 1)
        wrong = answer if isinstance(answer, str) else "" if not answer[0]["complete"] and answer[1] in (1, 4) else f"{answer}"
        count.tell("Ctrl-C", wrong)
    if count.took:
        took = sorted(count.took, reverse=True)
        print(f"from Ctrl-C to the end: {took[len(took) // 2][0] * 1000:.0f} ms in the middle of {len(took)}, the longest",
              ", ".join(f"{seconds * 1000:.0f} ms ({seed})" for seconds, seed in took[:5]))
    print(f"{count.passed} passed, {count.failed} failed")
    sys.exit(count.failed > 0)


if __name__ == "__main__":
    main()
