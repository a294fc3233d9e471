#!/usr/bin/env python3
"""Asks whether races are found where there are some, and none where there are none.

    tests/explore/check_races.py COMMAND...

COMMAND is the command line of threadbook. In the programs of races/racy every race is between lines that end in
`# race`, and there is one; in those of races/clean none is told but as a question: what only asks, as in `if ready:`,
may be meant.
"""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def explore(command, path):
    done = subprocess.run([*command, "explore", str(path), "--json", "--limit=60"], stdin=subprocess.DEVNULL,
                          capture_output=True, check=False, text=True, timeout=300)
    return json.loads(done.stdout), done.returncode


def what_is_wrong(verdict, status, marked, is_racy):
    """A sentence; empty if nothing is."""
    if verdict["blocked"] or not verdict["complete"]:
        return f"complete {verdict['complete']}, {verdict['blocked']} broken off"
    races = [race for race in verdict["races"] if not race["question"]]
    lines = [sorted((race["first"]["line"], race["second"]["line"])) for race in races]
    raised = any(outcome["ending"] != "finished" for outcome in verdict["outcomes"])
    if is_racy and not lines:
        return "no race is found"
    if any(line not in marked for pair in lines for line in pair):
        return f"races are told between {lines}"
    if status != (1 if lines or raised else 0):
        return f"the status is {status}"
    return ""


def main():
    command = sys.argv[1:]
    if not command:
        sys.exit(__doc__)
    passed = failed = 0
    for path in sorted((HERE / "races").glob("*/*.py")):
        marked = {number for number, line in enumerate(path.read_text().splitlines(), 1) if line.endswith("# race")}
        wrong = what_is_wrong(*explore(command, path), marked, path.parent.name == "racy")
        passed, failed = passed + (not wrong), failed + bool(wrong)
        if wrong:
            print(f"{path.parent.name}/{path.name}: {wrong}", flush=True)
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
