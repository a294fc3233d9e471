"""Compares the table of src/python/objects/README.md with what guarantees_program.py tries, and tries it.

    python3 tests/python/objects/guarantees.py SECONDS COMMAND...

COMMAND runs a program, as in `build/native/threadbook run --no-gil`; every row is tried for SECONDS.
"""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve()
PROGRAM = HERE.with_name("guarantees_program.py")
README = HERE.parents[3] / "src/python/objects/README.md"


def main():
    seconds, *command = sys.argv[1:]
    command.append(str(PROGRAM))
    told = {line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("| `")}
    tried = set(subprocess.run([*command, "list"], capture_output=True, text=True, check=True).stdout.splitlines())
    for line in sorted(told - tried):
        print(f"{README.name} has a row that is not tried: {line}")
    for line in sorted(tried - told):
        print(f"{PROGRAM.name} tries a row that {README.name} does not have: {line}")
    status = subprocess.run([*command, seconds]).returncode
    return 1 if told != tried else status


sys.exit(main())
