#!/usr/bin/env python3
"""Times the search for every order of a program's threads.

    exploring.py ENGINE

ENGINE is the command line of threadbook. Prints rows for report.py, as JSON: how many executions a second of the least
program with a race, by chance, so that there are enough of them, how long two programs take whose orders GenMC and
Nidhugg have counted, too, and how much faster two cores are than one. Whether the search finds what it should is for
tests/explore to say.
"""

import json
import subprocess
import sys
from pathlib import Path

PROGRAMS = Path(__file__).resolve().parents[1] / "explore" / "programs"


def explore(engine, *words):
    command = [engine, "explore", "--json", *words]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 4):
        sys.exit(f"{' '.join(map(str, command))} ended with status {done.returncode}:\n{done.stderr}")
    return json.loads(done.stdout)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    engine = sys.argv[1]
    update = explore(engine, "--random=50000", PROGRAMS / "inc.py", "2", "1")
    rows = [{"what": "native: executions a second, lost update by two threads",
             "measured": f"{update['traces'] / update['seconds']:,.0f}", "must": ">= 5,000", "aim": ">= 20,000"}]
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
