#!/usr/bin/env python3
"""Asks whether the search finds exactly the orders that there are.

    tests/explore/check_counts.py COMMAND... [--all]

COMMAND is the command line of threadbook. COUNTS is the list: a program of programs/, its arguments, how many orders it
has (classes of schedules that differ in the order of independent steps alone), and in how many of them it goes wrong:
an exception is not caught, or threads never end. The numbers are those of GenMC and Nidhugg for the same programs in C,
or were counted by a plain enumerator. Each is searched by one and by three at the same time, who are to come to the
same verdict, word for word. --all: those, too, that take long.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

COUNTS = [
    ("inc", "2 1", 4, 0), ("inc", "3 1", 36, 0), ("inc", "4 1", 576, 0), ("inc", "2 2", 34, 0),
    ("inc_locked", "2", 2, 0), ("inc_locked", "3", 6, 0), ("inc_locked", "4", 24, 0), ("inc_locked", "5", 120, 0),
    ("counters", "2 2", 4, 0), ("counters", "2 3", 36, 0), ("counters", "2 4", 576, 0),
    ("counters", "3 2", 8, 0), ("counters", "3 3", 216, 0),
    ("readers", "2", 4, 0), ("readers", "8", 256, 0),
    ("lastzero", "4", 28, 0), ("lastzero", "5", 64, 0), ("lastzero", "10", 3328, 0),
    ("casrot", "2", 2, 0), ("casrot", "3", 5, 0), ("casrot", "4", 14, 0), ("casrot", "5", 43, 0), ("casrot", "6", 144, 0),
    ("casrot", "7", 523, 0), ("indexer", "12", 8, 0),
    ("store_buffering", "", 3, 0),
    ("philosophers", "3", 7, 1), ("philosophers", "4", 15, 1), ("philosophers", "4 ordered", 14, 0),
    ("deadlock01", "", 3, 1), ("account_bad", "", 6, 2), ("lazy01", "", 6, 2), ("twostage", "", 3, 1),
    ("reorder", "2", 36, 16), ("token_ring", "", 24, 4), ("stack_bad", "3", 20, 6), ("sync01", "", 3, 3),
    ("sync01", "plain", 4, 4),
    ("lost_wakeup", "", 3, 1), ("bounded_buffer", "", 80, 0), ("two_blocks", "", 6, 4),
]
LONG = [
    ("inc_locked", "6", 720, 0), ("inc_locked", "7", 5040, 0), ("counters", "3 4", 13824, 0),
    ("casrot", "8", 2048, 0), ("casrot", "9", 8597, 0), ("readers", "13", 8192, 0), ("lastzero", "15", 147456, 0), ("indexer", "15", 4096, 0), ("fib_bench", "5", 218243, 0),
]
ALONE = 200  # with fewer orders nobody is called to help


def explore(command, jobs, program, arguments):
    path = Path(__file__).parent / "programs" / (program + ".py")
    words = [*command, "explore", f"--jobs={jobs}", "--json", str(path), *arguments.split()]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True)
    verdict = json.loads(done.stdout)
    verdict.pop("seconds")
    return verdict, done.returncode


def main():
    command = [word for word in sys.argv[1:] if word != "--all"]
    if not command:
        sys.exit(__doc__)
    failed = 0
    counts = COUNTS + (LONG if "--all" in sys.argv else [])
    for program, arguments, traces, bad in counts:
        begin = time.monotonic()
        verdict, status = explore(command, 1, program, arguments)
        wrong = sum(outcome["traces"] for outcome in verdict["outcomes"] if outcome["ending"] != "finished")
        found = (verdict["complete"], verdict["traces"], wrong, verdict["blocked"], status)
        has_race = any(not race["question"] for race in verdict["races"])
        expected = (True, traces, bad, 0, 1 if bad or has_race else 0)
        if found != expected:
            failed += 1
            print(f"{program} {arguments}: (complete, orders, bad, blocked, status) are {found}, not {expected}")
        elif traces > ALONE and explore(command, 3, program, arguments) != (verdict, status):
            failed += 1
            print(f"{program} {arguments}: three who search come to another verdict")
        elif "--all" in sys.argv:
            print(f"{program} {arguments}: {traces} orders, {time.monotonic() - begin:.1f} s")
    print(f"{len(counts) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
