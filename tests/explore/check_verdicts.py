#!/usr/bin/env python3
"""Asks whether `threadbook explore` says what it should, and with which status it ends.

    tests/explore/check_verdicts.py COMMAND...

COMMAND is the command line of threadbook. CASES is the list: a program of programs/verdicts/, options, the exit status,
and what is to stand in the verdict, in order. What is told as JSON is held against the fields that tools are promised,
and every schedule that a verdict tells leads to what it says. Under node what is native C++ alone is not asked again:
wrong usage, Ctrl-C; nor whether schedules lead there, which check_replay.py asks of both.
"""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs" / "verdicts"
PROVED, FOUND, MISUSED, NOT_FINISHED = 0, 1, 2, 4

CASES = [
    ("lost_update", "", FOUND, [
        "All orders were tried: 4 orders", "In 2 orders it ends:\n      2\n",
        "MainThread to line 17: thread.join()", "Bob to its end", "Ann to its end", "MainThread to its end",
        "In 2 orders it ends:\n      1\n", "Ann to line 10: counter = value + 1", "* Bob to its end",
        "and prints 2, if Ann goes on in line 10 (counter = value + 1) before Bob begins.",
        "Race on counter: Ann reads it in line 9, Bob writes it in line 10, and nothing says which comes first: "
        "neither holds a lock."]),
    ("items", "", FOUND, [
        "Race on balance['a']: Thread-1 (change) reads it in line 10, holding fork, "
        "Thread-2 (change) writes it in line 10, holding knife", "no lock in common"]),
    ("attributes", "", FOUND, [
        "Race on account.total: Thread-1 (pay) reads it in line 10, called from line 17, Thread-2 (save) writes it in "
        "line 10, called from line 21"]),
    ("deadlock", "", FOUND, [
        "In 1 order threads are left that can never go on.", "Deadlock: Ann and Bob wait for each other.",
        "Ann waits in line 9 for knife, which Bob holds since line 8.",
        "Bob waits in line 9 for fork, which Ann holds since line 8.", "Ann → knife → Bob → fork → Ann",
        "* Bob to line 9", "and prints ate, if Ann goes on in line 9 (with second:) before Bob begins.",
        "In 2 orders it ends:\n      ate\n"]),
    ("own_lock", "", FOUND, ["Deadlock: Ann waits for itself.", "which it holds itself since line 8"]),
    ("for_a_moment", "", FOUND, [
        "go round for ever", "Livelock: Eve goes round for ever.",
        "Eve goes round in line 15 and looks at flag, which nobody will change."]),
    ("polled_flag", "", PROVED, [
        "Race on done: MainThread reads it in line 14, Thread-1 (work) writes it in line 9",
        "What reads only asks, as one polls a flag"]),
    ("raised", "", FOUND, ["In 1 order an exception is not caught:", "IndexError: pop from empty list"]),
    ("outputs", "", PROVED, ["right\n      left", "left\n      right"]),
    ("outputs", "--same-output", FOUND, []),
    ("proved", "", PROVED, ["All orders were tried: 6 orders", "it ends, with status 3"]),
    ("proved", "--gil --time=kept", PROVED, ["where the GIL can change hands; sleeps last as long as they say."]),
    ("chance", "--seed=7", PROVED, ["replay it: --seed=7 2-"]),
    ("traced", "", FOUND, ["All orders were tried: 4 orders", "Race on counter"]),
    ("lost_update", "--first", FOUND, []),
    ("lost_update", "--random=20", FOUND, ["20 executions by chance"]),
    ("proved", "--random=20", NOT_FINISHED, ["20 executions by chance, which prove nothing about others."]),
    ("proved", "--pct=2 --random=30", NOT_FINISHED, ["30 executions by chance"]),
    ("proved", "--bound=2", NOT_FINISHED, ["Not all orders were tried: 2 orders"]),
    ("many", "--limit=2", FOUND, ["Not all orders were tried", "drawn by chance there are about"]),
    ("lost_update", "--preemptions=0", NOT_FINISHED, [
        "Not all orders were tried: 2 orders", "All orders without any switch that nothing forces were tried."]),
    ("lost_update", "--preemptions=1", FOUND, [
        "Not all orders were tried: 4 orders", "All orders with at most 1 switch that nothing forces were tried."]),
    ("lost_update", "--preemptions=9", FOUND, ["All orders were tried: 4 orders"]),
    ("many", "--pct --first", FOUND, []),
    ("tests_of_a_counter", "", FOUND, [
        "CounterTest.test_add\n", "All orders were tried: 4 orders", "In 2 orders it ends, with status 1:",
        "CounterTest.test_safely\n", "CounterTest.test_add: wrong\nCounterTest.test_safely: proved\n"]),
    ("tests_of_a_counter", "ARGUMENT CounterTest.test_safely", PROVED, ["All orders were tried: 2 orders"]),
]
MISUSES = ["explore", "explore --bogus x.py", "explore --bound=0 x.py", "explore --limit=no x.py", "explore --time=now x.py",
           "explore --pct=0 x.py", "explore --preemptions=few x.py", "explore --random=-1 x.py", "explore not-there.py", "replay {program}",
           "replay {program} nonsense", "replay {program} 1-123-a-0"]

OUTCOME = {"ending": str, "status": int, "stdout": str, "stderr": str, "traces": int, "schedule": str}
VERDICT = {"complete": bool, "traces": int, "blocked": int, "outcomes": list, "races": list, "mode": dict, "seconds": float}
ENDINGS = {"finished", "raised", "deadlock", "livelock", "limit"}


class Wrong(Exception):
    pass


def is_node(command):
    return command[0] == "node"


def run(command, *words):
    return subprocess.run([*command, *words], stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True)


def words_of(program, options):
    """The words of the command line, ARGUMENT before the program's own."""
    ours, _, its = options.partition("ARGUMENT")
    return [*ours.split(), str(PROGRAMS / (program + ".py")), *its.split()]


def check_fields(value, fields, what):
    for name, kind in fields.items():
        if not isinstance(value.get(name), kind):
            raise Wrong(f"{what} has no {name} of type {kind.__name__}: {value.get(name)!r}")


def check_json(command, program, options, status):
    done = run(command, "explore", "--json", *words_of(program, options))
    if done.returncode != status:
        raise Wrong(f"--json: status {done.returncode}, not {status}")
    verdict = json.loads(done.stdout)
    check_fields(verdict, VERDICT, "the verdict")
    if verdict["outcomes"] and sum(each["traces"] for each in verdict["outcomes"]) != verdict["traces"]:
        raise Wrong("the outcomes' traces are not those of the verdict")
    for outcome in verdict["outcomes"]:
        check_fields(outcome, OUTCOME, "an outcome")
        if outcome["ending"] not in ENDINGS:
            raise Wrong(f"there is no ending {outcome['ending']}")
        if outcome["ending"] in ("deadlock", "livelock") and not outcome.get("standstill", {}).get("sentences"):
            raise Wrong("it is not told why threads cannot go on")
        if is_node(command):
            continue
        again = replay(command, program, options, outcome["schedule"], outcome.get("test"))
        expected = 3 if outcome["ending"] in ("deadlock", "livelock") else outcome["status"]
        if (again.returncode, again.stdout) != (expected, outcome["stdout"]):
            raise Wrong(f"{outcome['schedule']} leads to {again.returncode}, {again.stdout!r}, not to {outcome}")
        if "otherwise" in outcome:
            other = replay(command, program, options, outcome["otherwise"]["schedule"], outcome.get("test"))
            if (other.returncode, other.stdout, other.stderr) == (again.returncode, again.stdout, again.stderr):
                raise Wrong(f"{outcome['otherwise']} leads to the same as {outcome['schedule']}")
    for race in verdict["races"]:
        check_fields(race, {"variable": str, "first": dict, "second": dict, "question": bool, "schedule": str}, "a race")
        for side in (race["first"], race["second"]):
            check_fields(side, {"thread": str, "name": str, "line": int, "access": str, "locks": list, "stack": list}, "a side")
            if side["stack"] and side["stack"][0]["line"] != side["line"]:
                raise Wrong(f"the innermost function is not at the line of the access: {side}")
        if set(race["first"]["locks"]) & set(race["second"]["locks"]):
            raise Wrong(f"they have a lock in common: {race}")
        if "reversed" not in race and verdict["complete"]:
            raise Wrong(f"no schedule shows the other order: {race['sentence']}")


def replay(command, program, options, schedule, test):
    seed = [word for word in options.split() if word.startswith("--seed=")]
    arguments = [test] if test else words_of(program, options)[1:] if "ARGUMENT" in options else []
    return run(command, "replay", *seed, str(PROGRAMS / (program + ".py")), schedule, *arguments)


def check(command, program, options, status, sentences):
    done = run(command, "explore", *words_of(program, options))
    if done.returncode != status:
        raise Wrong(f"status {done.returncode}, not {status}:\n{done.stdout}{done.stderr}")
    place = 0
    for sentence in sentences:
        found = done.stdout.find(sentence, place)
        if found < 0:
            raise Wrong(f"{sentence!r} is not there, or not in its place:\n{done.stdout}")
        place = found + len(sentence)
    check_json(command, program, options, status)


def check_misuse(command, words):
    done = run(command, *words.format(program=PROGRAMS / "proved.py").split())
    if done.returncode != MISUSED or done.stdout or not done.stderr.startswith("threadbook: "):
        raise Wrong(f"status {done.returncode}, {done.stdout!r}, {done.stderr!r}")


def check_interrupt(command):
    """Ctrl-C gives what is known so far."""
    words = [*command, "explore", "--json", str(PROGRAMS / "many.py")]
    with subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as process:
        time.sleep(1)  # it is at it by then; if not, nothing is known yet, and that is told
        process.send_signal(signal.SIGINT)
        text, _ = process.communicate()
    verdict = json.loads(text)
    check_fields(verdict, VERDICT, "the verdict")
    if verdict["complete"] or process.returncode not in (FOUND, NOT_FINISHED):
        raise Wrong(f"status {process.returncode}, complete {verdict['complete']}")


def main():
    command = sys.argv[1:]
    if not command:
        sys.exit(__doc__)
    questions = [(f"{program} {options}", check, (command, program, options, status, sentences))
                 for program, options, status, sentences in CASES]
    if not is_node(command):
        questions += [(words, check_misuse, (command, words)) for words in MISUSES]
        questions.append(("Ctrl-C", check_interrupt, (command,)))
    failed = 0
    for name, question, arguments in questions:
        try:
            question(*arguments)
        except Wrong as wrong:
            failed += 1
            print(f"{name}: {wrong}")
    print(f"{len(questions) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
