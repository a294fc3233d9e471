"""Small programs made by chance, whose threads use what threads share: for check_oracle.py and others that want many."""

import random

HEAD = """import collections
import queue
import threading
import time

x = 0
y = 0
lock = threading.Lock()
other = threading.RLock()
semaphore = threading.Semaphore(1)
event = threading.Event()
condition = threading.Condition(threading.Lock())
jobs = queue.Queue()
items = [0]
table = {}
names = set()
line = collections.deque()
numbers = iter(range(9))
local = threading.local()


class Box:
    value = 0


box = Box()
ready = False
"""

# What a thread may do; I is its number, K a key.
STATEMENTS = """
x += I
x = y + I
v = x; x = v + 1
y = K
v = x
if x == K: x = I
if not x: y += 1
box.value += 1
box.value = I
Box.value = I
items.append(I)
v = len(items)
items[0] = I
v = items[-1]
v = items[0]; items[0] = v + 1
if items: items.pop()
items.sort()
v = sum(items)
v = list(items)
table[K] = I
v = table.get(K)
table.setdefault(K, I)
v = table.pop(K, None)
if K in table: table[K] = I
v = len(table)
v = sorted(table)
names.add(K)
names.discard(K)
v = K in names
v = len(names)
line.append(I)
v = line.popleft() if line else None
v = next(numbers)
local.v = I; v = local.v
with lock: x += 1
with lock: v = y
with other:
    with other: y += 1
with semaphore: x = I
if lock.acquire(blocking=False):
    x += 1
    lock.release()
if lock.acquire(timeout=1): lock.release()
semaphore.release()
semaphore.acquire(blocking=False)
event.set()
event.clear()
v = event.is_set()
event.wait(1)
with condition: condition.notify()
with condition: condition.notify_all()
with condition: condition.wait(1)
with condition:
    while not ready: condition.wait()
with condition:
    ready = True
    condition.notify_all()
jobs.put(I)
v = jobs.get(timeout=1) if jobs.qsize() else None
try: v = jobs.get_nowait()
except queue.Empty: v = "none"
v = jobs.empty()
print(I)
print(x)
time.sleep(K)
v = table[K]
assert x < 2
""".strip("\n")


def statements():
    """The list above, a statement with what is indented under it as one."""
    found = []
    for text in STATEMENTS.split("\n"):
        if text.startswith((" ", "except")):
            found[-1] += "\n" + text
        else:
            found.append(text)
    return found


def program(seed, threads=(2, 3), length=(1, 3)):
    """A program; the same for the same seed."""
    chance = random.Random(seed)
    count = chance.randint(*threads)
    # Few kinds of statement, so that threads meet at what they touch.
    kinds = chance.sample(statements(), chance.randint(2, 4))
    lines = [HEAD]
    for number in range(1, count + 1):
        lines.append(f"\ndef thread_{number}():")
        lines.append("    global x, y, ready")
        lines.append("    v = None")
        for _ in range(chance.randint(*length)):
            text = chance.choice(kinds).replace("I", str(number)).replace("K", str(chance.randint(0, 1)))
            lines += ["    " + each for each in text.split("\n")]
        if chance.random() < 0.5:
            lines.append(f"    seen[{number}] = v")
        lines.append("")
    lines.append("\nseen = {}")
    targets = ", ".join(f"thread_{number}" for number in range(1, count + 1))
    lines.append(f"threads = [threading.Thread(target=target, daemon=True) for target in ({targets},)]")
    lines.append("for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()")
    lines.append("print(x, y, items, table, sorted(names), line, box.value, jobs.qsize(), sorted(seen.items()))")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    import sys

    print(program(int(sys.argv[1])), end="")
