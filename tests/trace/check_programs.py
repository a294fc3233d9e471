"""Runs the programs of tests/trace/programs and looks at what is said of their threads.

    check_programs.py COMMAND...

COMMAND runs a program whose name is put behind it ("threadbook run"). Those in `stuck` are to be ended with status 3 and
with the sentences that stand as comments at their beginning; those in `alive` only look as if they could not go on: nothing
is to be said of them, and they end by themselves. Each runs with the GIL and without.
"""

import subprocess
import sys
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
PATIENCE = 120  # seconds


def expected(program: Path) -> list[str]:
    lines = program.read_text("utf-8").splitlines()
    return [line.removeprefix("# ") for line in lines if line.startswith("# ")][:12]


def fault(command: list[str], program: Path, options: list[str]) -> str | None:
    """What is wrong with what is said; None if nothing is."""
    try:
        done = subprocess.run([*command, "--on-deadlock=exit", *options, str(program)], capture_output=True, text=True,
                              timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return f"has not ended after {PATIENCE} s"
    said = [line.removeprefix("threadbook: ").strip() for line in done.stderr.splitlines()]
    if program.parent.name == "alive":
        return None if done.returncode == 0 and not said else f"status {done.returncode}, and said: {said}"
    missing = [sentence for sentence in expected(program) if sentence not in said]
    if done.returncode != 3:
        return f"status {done.returncode} instead of 3, and said: {said}"
    return f"not said: {missing}, but: {said}" if missing else None


def main(command: list[str]) -> int:
    passed = failed = 0
    for program in sorted([*PROGRAMS.glob("stuck/*.py"), *PROGRAMS.glob("alive/*.py")]):
        for options in ([], ["--no-gil"]):
            wrong = fault(command, program, options)
            passed, failed = passed + (wrong is None), failed + (wrong is not None)
            if wrong:
                print(f"FAILED {program.parent.name}/{program.name} {' '.join(options)}\n  {wrong}")
    print(f"{passed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
