#!/usr/bin/env python3
"""Asks whether the search finds what a plain enumerator of all interleavings finds: as many orders, and the same results.

    tests/explore/check_oracle.py ENUMERATE THREADBOOK [--count=N] [--first=SEED] [--most=INTERLEAVINGS]

Of the programs of programs/ whose interleavings are few, and of N made by chance (random_programs.py).
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import random_programs

HERE = Path(__file__).parent


def run(words):
    return subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True, timeout=600)


def compare(name, enumerate_words, explore_words):
    """What is wrong; nothing if nothing is; None if there are too many interleavings."""
    lines = run(enumerate_words).stdout.splitlines()
    if lines == ["more"]:
        return None
    done = run(explore_words)
    try:
        verdict = json.loads(done.stdout)
        expected_traces = int(lines[0].split()[1])
    except (ValueError, IndexError):
        return f"{name}: no answer: {lines[:1]} {done.returncode} {done.stdout[-300:]} {done.stderr[-300:]}"
    expected = {tuple(result[:4]): result[4] for result in map(json.loads, lines[1:])}
    found = Counter()
    for outcome in verdict["outcomes"]:
        found[outcome["ending"], outcome["status"], outcome["stdout"], outcome["stderr"]] += outcome["traces"]
    if not verdict["complete"]:
        return f"{name}: not complete"
    if verdict["blocked"] or verdict["traces"] != expected_traces or found != expected:
        difference = {key: (expected.get(key), found.get(key)) for key in {**expected, **found}
                      if expected.get(key) != found.get(key)}
        return (f"{name}: {verdict['traces']} orders, {verdict['blocked']} broken off, not {expected_traces}; "
                f"results that differ (expected, found): {difference}")
    return ""


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    options = dict(word[2:].split("=") for word in sys.argv[1:] if word.startswith("--"))
    if len(words) != 2:
        sys.exit(__doc__)
    enumerator, threadbook = words
    count, first, most = (int(options.get(name, usual)) for name, usual in
                          (("count", 100), ("first", 1), ("most", 5000)))
    from check_counts import COUNTS

    passed = failed = skipped = 0

    def ask(name, path, arguments, extra=()):
        nonlocal passed, failed, skipped
        wrong = compare(name, [enumerator, *extra, str(most), path, *arguments],
                        [threadbook, "explore", path, "--json", *extra, *arguments])
        if wrong is None:
            skipped += 1
        elif wrong:
            failed += 1
            print(wrong, flush=True)
        else:
            passed += 1

    for program, arguments, *_ in COUNTS:
        ask(f"{program} {arguments}", str(HERE / "programs" / (program + ".py")), arguments.split())
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            path = Path(folder) / f"chance_{seed}.py"
            path.write_text(random_programs.program(seed))
            ask(f"by chance {seed}", str(path), [])
            ask(f"by chance {seed}, with the GIL", str(path), [], ["--gil"])
    print(f"{skipped} have more than {most} interleavings")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
