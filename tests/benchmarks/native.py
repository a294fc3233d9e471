#!/usr/bin/env python3
"""Times the benchmark programs with the engine's command line and with python3, one after the other.

    native.py --build FOLDER --out FILE.json [--rounds N] [NAME...]

In each round every program runs once with each of the two, so that whatever else the machine does
meets both. A program measures itself (measure_main.py): the start of the process does not count and
has a row of its own. The best of all rounds is taken. A machine that has other things to do lets
them wait for `chrt --fifo 1 native.py ...` (as root). NAMEs: only the programs called so, and none
of the rows about threads and memory, except that `waiting` is those of threads that wait.

FOLDER holds the engine's command line, `threadbook`, and `threadbook_bench`, which measures what
waiting costs without Python.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TIME_LIMIT = 120


def run(command):
    """What the command prints: standard output and standard error."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIME_LIMIT)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with status {done.returncode}:\n{done.stderr}")
    return done.stdout, done.stderr


def timed_copies(folder, measure, into):
    """The programs of a folder, each followed by what measures it. Answers name -> path."""
    tail = (HERE / measure).read_text()
    copies = {}
    for path in sorted((HERE / folder).glob("*.py")):
        copy = Path(into) / f"{folder}-{path.name}"
        copy.write_text(path.read_text() + "\n\n" + tail)
        copies[path.stem] = copy
    return copies


class Programs:
    """Each program's best time with either engine."""

    def __init__(self, engines):
        self.engines = engines
        self.best = {}
        self.answers = {}

    def measure(self, name, path):
        for engine, command in self.engines.items():
            seconds, answer = run([*command, path])[0].split(" ", 1)
            expected = self.answers.setdefault(name, answer)
            if answer != expected:
                sys.exit(f"{name}: {engine} answers {answer.strip()}, not {expected.strip()}")
            times = self.best.setdefault(name, {})
            times[engine] = min(float(seconds), times.get(engine, TIME_LIMIT))


def start_up(engines, empty, best):
    """Seconds from the start of a process that runs an empty program to its end; keeps the best."""
    for engine, command in engines.items():
        begin = time.perf_counter()
        run([*command, empty])
        best[engine] = min(time.perf_counter() - begin, best.get(engine, TIME_LIMIT))


def side_by_side(command, paths, best):
    """Seconds of doing work() twice in one thread, and in two at once, for each program; keeps the best of them."""
    for name, path in paths.items():
        one, two = map(float, run([*command, path])[0].split())
        before = best.get(name, (one, two))
        best[name] = (min(one, before[0]), min(two, before[1]))


def waiting(sides, best):
    """Seconds of what the programs of waiting/ measure, for each side, what it is called -> seconds; keeps the best."""
    for side, commands in sides.items():
        times = best.setdefault(side, {})
        for command in commands:
            for line in run(command)[0].splitlines():
                name, seconds = line.rsplit(" ", 1)
                times[name] = min(float(seconds), times.get(name, TIME_LIMIT))


def longest_pause(engine):
    """In seconds, with the megabytes that were alive then, of pause.py."""
    told = run([engine, "run", HERE / "pause.py", "--statistics"])[1]
    found = re.search(r"the longest pause ([\d.]+) ms, with ([\d.]+) MB alive", told)
    if not found:
        sys.exit(f"--statistics does not tell of a pause:\n{told}")
    return float(found[1]) / 1000, float(found[2])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("names", nargs="*")
    chosen = options.parse_args()

    engine = chosen.build / "threadbook"
    engines = {"cpython": ["python3"], "threadbook": [engine, "run"]}
    gil_modes = {"cpython": ["python3"], "gil_on": [engine, "run"], "gil_off": [engine, "run", "--no-gil"]}
    waiters = {side: [[*command, HERE / "waiting" / name] for name in ("hand_over.py", "start_and_join.py")]
               for side, command in gil_modes.items()}
    waiters["bare"] = [[chosen.build / "threadbook_bench"]]
    results = {"reference": run(["python3", "--version"])[0].strip()}
    programs = Programs(engines)
    start, gil_on, gil_off, pauses, waits = {}, {}, {}, [], {}
    with tempfile.TemporaryDirectory() as folder:
        timed = timed_copies("programs", "measure_main.py", folder)
        threads = timed_copies("parallel", "measure_threads.py", folder)
        empty = Path(folder) / "empty.py"
        empty.write_text("")
        if chosen.names:
            timed = {name: path for name, path in timed.items() if name in chosen.names}
        for round_number in range(chosen.rounds):
            print(f"  round {round_number + 1} of {chosen.rounds}", file=sys.stderr)
            for name, path in timed.items():
                programs.measure(name, path)
            if not chosen.names or "waiting" in chosen.names:
                waiting(waiters, waits)
            if chosen.names:
                continue
            for _ in range(5):
                start_up(engines, empty, start)
            side_by_side([engine, "run", "--no-gil"], threads, gil_off)
            side_by_side([engine, "run"], threads, gil_on)
            pauses.append(longest_pause(engine))
    results["programs"] = programs.best
    if waits:
        results["waiting"] = waits
    if not chosen.names:
        seconds, megabytes = sorted(pauses)[len(pauses) // 2]
        results |= {"start": start, "gil_off": gil_off, "gil_on": gil_on,
                    "pause": {"seconds": seconds, "megabytes": megabytes}}
    Path(chosen.out).parent.mkdir(parents=True, exist_ok=True)
    Path(chosen.out).write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
