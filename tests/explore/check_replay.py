#!/usr/bin/env python3
"""Asks whether a schedule leads to the same run each time: the same output and the same events, byte for byte.

    tests/explore/check_replay.py THREADBOOK REPLAY [--schedules=N] [--times=N] [--all] [-- REPLAY...]

Random schedules of programs whose threads race, each replayed several times by every REPLAY (threadbook_replay, natively
and under node), all of which have to agree with each other, and with what was found when the schedule was made. After --
the other commands, each in one word. STORED are schedules made once and for all: they must lead where they did then,
whatever else of the engine has changed. --all: 200 schedules, 10 times each.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import random_programs

HERE = Path(__file__).parent
PROGRAMS = [
    ("inc", "3 2"), ("account_bad", ""), ("bounded_buffer", ""), ("casrot", "5"), ("deadlock01", ""), ("fib_bench", "3"),
    ("lost_wakeup", ""), ("philosophers", "4"), ("reorder", "3"), ("stack_bad", "3"), ("sync01", ""), ("twostage", ""),
]
BY_CHANCE = [3, 7, 12, 21, 33, 48, 56, 77]

# Program, arguments, schedule, the SHA-1 of what the execution comes to: its end, its output, its errors.
STORED = [
    ("inc", "3 2", "1-227d8fc3e8498cfc-a-0.10_2.6_1.6_2.c_1.8_3.c_2_1.9_3_1_0",
     "6495318a19fe15e7a464f337a82b93a5250983d1"),
    ("inc", "3 2", "1-227d8fc3e8498cfc-a-0.10_1.6_3.6_1.8_2.8_1.9_2.c_3.9_2_1_3_0",
     "141c50b1c293a5e9f600948705ef65faa1ac7a4f"),
    ("bounded_buffer", "", "1-3dc435cd5bd6881a-a-0.16_2.d_1.5_2_1.a_3.c_1.b_3.d_4.a_1.k_4.b_1_3_4.h_0.1o_4_0",
     "8d9d7368395a601e36c307b3cdfc12b3e4d0e52a"),
    ("lost_wakeup", "", "1-4eb29efcc7a5eb13-a-0.u_1.9_2.5_1.a_2.a_1.b_2_1_0",
     "8d9d7368395a601e36c307b3cdfc12b3e4d0e52a"),
    ("lost_wakeup", "", "1-4eb29efcc7a5eb13-a-0.u_1.a_2_1_0",
     "8d9d7368395a601e36c307b3cdfc12b3e4d0e52a"),
    ("stack_bad", "3", "1-e28b23ae797ea9fc-a-0.u_2.c_1_2.d_0.10_2_0",
     "8d9d7368395a601e36c307b3cdfc12b3e4d0e52a"),
    ("fib_bench", "3", "1-f49890ba3e7ef414-a-0.10_2.7_1.7_2.a_1.9_3.5_2.b_3_2.d_1.b_2.i_1.i_2_1_0",
     "8d9d7368395a601e36c307b3cdfc12b3e4d0e52a"),
    ("fib_bench", "3", "1-f49890ba3e7ef414-a-0.10_1.6_3.3_1.9_3.5_2.6_1.a_3_1.b_2.b_1.e_2.d_1.f_2.f_1_0.16_2_0",
     "8d9d7368395a601e36c307b3cdfc12b3e4d0e52a"),
    ("philosophers", "4", "1-b28c5c58438992db-a-0.16_3.9_1.9_4.9_2.9",
     "5de6e95ad3c2b0ab8aacae0bfdcc688c0bf6c739"),
    ("twostage", "", "1-fd0346ffaae707e8-a-0.u_1.8_2.4_1.c_2.5_1_2.8_0.10_2_0",
     "8d9d7368395a601e36c307b3cdfc12b3e4d0e52a"),
    ("twostage", "", "1-fd0346ffaae707e8-a-0.u_2.7_1.4_2_1_0",
     "8d9d7368395a601e36c307b3cdfc12b3e4d0e52a"),
]


def run(words, **options):
    """Its status and output. By way of a file: node may end before a pipe has taken all."""
    with tempfile.TemporaryFile() as out:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=out, check=False, timeout=300, **options)
        out.seek(0)
        return done.returncode, out.read()


def result_of(answer):
    """What an execution comes to, without its events."""
    return answer.split(b"\n--- events\n")[0]


def absolute(words):
    """The command, to be called from elsewhere."""
    return [str(Path(word).resolve()) if Path(word).exists() else word for word in words]


def digest(answer):
    return hashlib.sha1(result_of(answer)).hexdigest()


def main():
    words = sys.argv[1:]
    others = []
    if "--" in words:
        others = [word.split() for word in words[words.index("--") + 1:]]
        words = words[:words.index("--")]
    options = dict(word[2:].split("=") for word in words if "=" in word)
    names = [word for word in words if not word.startswith("--")]
    if len(names) != 2:
        sys.exit(__doc__)
    threadbook, replay = absolute(names)[0], absolute(names)[1:]
    others = [absolute(other) for other in others]
    is_all = "--all" in words
    count, times = int(options.get("schedules", 200 if is_all else 40)), options.get("times", "10" if is_all else "2")
    passed = failed = 0

    def tell(name, wrong):
        nonlocal passed, failed
        passed, failed = passed + (not wrong), failed + bool(wrong)
        if wrong:
            print(f"{name}: {wrong}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        programs = [(HERE / "programs" / (name + ".py"), arguments.split()) for name, arguments in PROGRAMS]
        for seed in BY_CHANCE:
            path = Path(folder) / f"chance_{seed}.py"
            path.write_text(random_programs.program(seed, length=(3, 6)))
            programs.append((path, []))
        # Errors tell a program's path: it is called from its own folder.
        for number in range(count):
            path, arguments = programs[number % len(programs)]
            name = f"{path.stem} {arguments}, seed {number}"
            made = json.loads(run([threadbook, "explore", path.name, "--random=1", f"--seed={number}", "--json", *arguments],
                                  cwd=path.parent)[1])
            outcome, = made["outcomes"]
            expected = (f"{outcome['ending']} {outcome['status']}\n{outcome['stdout']}\n--- errors\n{outcome['stderr']}").encode()
            answers = [run([*command, times, outcome["schedule"], path.name, *arguments], cwd=path.parent)
                       for command in [replay, *others]]
            wrong = ""
            if any(status for status, _ in answers):
                wrong = f"not the same each time, {outcome['schedule']}"
            elif result_of(answers[0][1]) != expected:
                wrong = f"not what was found, {outcome['schedule']}: {result_of(answers[0][1])} {expected}"
            elif any(answer != answers[0] for answer in answers):
                wrong = f"not the same by another command, {outcome['schedule']}"
            tell(name, wrong)
        for program, arguments, schedule, expected in STORED:
            path = HERE / "programs" / (program + ".py")
            for command in [replay, *others]:
                _, answer = run([*command, "1", schedule, path.name, *arguments.split()], cwd=path.parent)
                tell(f"{program}, stored", "" if digest(answer) == expected else f"{schedule}: {answer}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
