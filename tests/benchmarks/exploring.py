#!/usr/bin/env python3
"""Times the executor that drives all threads of a program on one OS thread, and the search for every order.

    exploring.py FOLDER

FOLDER holds the command line of threadbook, threadbook_round_robin and threadbook_stepping_bench. Prints rows for
report.py, as JSON: how long the programs of programs/ take on that executor, beside `threadbook run`, if nothing is
watched and if all is; how long one waits for a step far from the beginning; how many executions a second of the least program with a race, by chance, so that there are enough of them, how long two programs
take whose orders GenMC and Nidhugg have counted, too, and how much faster two cores are than one. Whether the search
finds what it should is for tests/explore to say.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE.parent / "explore" / "programs"
ROUNDS = 3

# So that there is somebody else: while nobody is, nothing is watched.
BEFORE = """import threading
gate = threading.Lock()
gate.acquire()
other = threading.Thread(target=gate.acquire)
other.start()
"""
AFTER = "\n\nmain()\ngate.release()\nother.join()\n"


def explore(engine, *words):
    command = [engine, "explore", "--json", *words]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 4):
        sys.exit(f"{' '.join(map(str, command))} ended with status {done.returncode}:\n{done.stderr}")
    return json.loads(done.stdout)


def seconds(command):
    """Of the best of some runs."""
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        best = min(best, time.perf_counter() - begin)
    return best


def seconds_watched(engine, path):
    """Of one execution of a search by chance; what has to be learnt first does not count."""
    one, several = (min(explore(engine, f"--random={count}", path)["seconds"] for _ in range(ROUNDS)) for count in (1, 3))
    return max(several - one, 0) / 2


def executors(folder):
    """Two rows: the deterministic executor beside the live one, with nothing watched and with everything."""
    engine, in_turn = folder / "threadbook", folder / "threadbook_round_robin"
    plain, watched = {}, {}
    with tempfile.TemporaryDirectory() as copies:
        copy = Path(copies) / "program.py"

        def measure(text):
            copy.write_text(text + "\n\nmain()\n")
            alone = seconds([engine, "run", copy]), seconds([in_turn, "--turns", "10000", "run", copy])
            copy.write_text(BEFORE + text + AFTER)
            return *alone, seconds([engine, "run", copy]), seconds_watched(engine, copy)

        empty = measure("def main(): pass")
        for path in sorted((HERE / "programs").glob("*.py")):
            live, turns, live_with_other, all_watched = (a - b for a, b in zip(measure(path.read_text()), empty))
            plain[path.stem] = turns / max(live, 1e-3)
            watched[path.stem] = all_watched / max(live_with_other, 1e-3)
    rows = []
    for what, ratios, must, aim in [("nothing watched", plain, "<= 1.1", "<= 1.0"),
                                    ("everything watched, races looked for", watched, "<= 5", "<= 2")]:
        middle = sorted(ratios.values())[len(ratios) // 2]
        worst = ", ".join(f"{name} {ratios[name]:.1f}" for name in sorted(ratios, key=ratios.get)[-3:])
        rows.append({"what": f"native: deterministic executor against the live one with the GIL, {what}",
                     "measured": f"{middle:.2f} in the middle; most: {worst}", "must": must, "aim": aim})
    return rows


def going(folder):
    steps, *times = map(float, subprocess.run([folder / "threadbook_stepping_bench"], stdin=subprocess.DEVNULL,
                                              capture_output=True, text=True, check=True).stdout.split())
    back, there, end = times
    return {"what": f"native: a step back from the end of {steps:,.0f} steps; to the middle; to the end",
            "measured": f"{back:.0f}, {there:.0f}, {end:.0f} ms", "must": "<= 100 ms", "aim": "<= 16 ms"}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1]).resolve()
    engine = folder / "threadbook"
    rows = [*executors(folder), going(folder)]
    update = explore(engine, "--random=50000", PROGRAMS / "inc.py", "2", "1")
    rows.append({"what": "native: executions a second, lost update by two threads",
                 "measured": f"{update['traces'] / update['seconds']:,.0f}", "must": ">= 5,000", "aim": ">= 20,000"})
    for name, words, must, aim in [("lastzero(15)", ("lastzero.py", "15"), "<= 150 s", "<= 30 s"),
                                   ("fib_bench", ("fib_bench.py", "5"), "<= 40 s", "<= 8 s")]:
        verdict = explore(engine, "--jobs=1", PROGRAMS / words[0], *words[1:])
        rows.append({"what": f"native: {name}, {verdict['traces']:,} orders", "measured": f"{verdict['seconds']:.1f} s",
                     "must": must, "aim": aim})
    alone = verdict["seconds"]  # of the last one, which is all search: its executions are short
    together = explore(engine, "--jobs=2", PROGRAMS / "fib_bench.py", "5")
    if together["traces"] != verdict["traces"]:
        sys.exit(f"fib_bench has {verdict['traces']} orders for one who searches, {together['traces']} for two")
    rows.append({"what": "native: two cores against one, fib_bench", "measured": f"{alone / together['seconds']:.2f}",
                 "must": ">= 1.8", "aim": ">= 1.95"})
    print(json.dumps({"rows": rows}, indent=1))


if __name__ == "__main__":
    main()
