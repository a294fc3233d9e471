#!/usr/bin/env python3
"""How often each outcome of ten racy programs comes, here and in CPython.

    run.py [--runs N] COMMAND...

Each program beside this file prints one line, its outcome. Each is run N times (200) with python3 and with
every COMMAND (which gets the program's path where it says {file}), one after the other in turn. Prints a table.
"""
import argparse
import collections
import shlex
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def outcome(command, program):
    words = [word.format(file=program) for word in shlex.split(command)]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)
    return done.stdout.strip() if done.returncode == 0 else "failed: " + done.stderr.strip().splitlines()[-1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("commands", nargs="+", metavar="COMMAND")
    options = parser.parse_args()
    commands = ["python3 {file}", *options.commands]
    for program in sorted(HERE.glob("*.py")):
        if program.name == Path(__file__).name:
            continue
        counts = [collections.Counter() for _ in commands]
        for _ in range(options.runs):
            for command, counter in zip(commands, counts):
                counter[outcome(command, program)] += 1
        print(program.stem.replace("_", " "))
        seen = collections.Counter()
        for counter in counts:
            seen.update(counter)
        for what, _ in seen.most_common(6):
            print(f"  {what:32}", *(f"{counter[what]:5}" for counter in counts))
        rest = [sum(n for what, n in counter.items() if what not in dict(seen.most_common(6))) for counter in counts]
        if any(rest):
            print(f"  {'other':32}", *(f"{n:5}" for n in rest))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
