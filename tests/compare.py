#!/usr/bin/env python3
"""Runs Python programs with Threadbook and with python3, and compares what they print.

    compare.py --mode NAME=COMMAND... [--workers N] [--only TEXT]... [FILE...]

Without FILEs: every program of the book (src/book/chapters) and of tests/conformance. Each is run
once with python3 and once in each mode; COMMAND gets the program's path where it says {file}.
What must be equal: standard output, the exit status, and the last line of standard error (the
exception; the traceback above it names files and the interpreter's own frames).

A mode's name says what it is: one that contains "no-gil" runs without the GIL.

A program may say what else than equality is right, in words: one of its own first lines,
`# compare: WORDS`, or the title of the link by which a chapter shows it, [Title](file.py "WORDS").
    times        measured times are printed: every number like 1.02 (or 1.02e-05) counts as equal
    any-order    threads print in any order: the sorted lines must be equal, and of standard error
                 only whether there is any
    gil-matters  without the GIL the output is another (a race, a ratio of times): not compared there
    gil=off      the page shows it without the GIL; compared like any other
    long         it does so much that a collection at every safe point would take minutes: not compared
                 in modes whose name contains "collect-always"
    first-come   who waits longest gets it first, which a schedule by chance does not heed: not compared in modes
                 whose name contains "by-chance"
    pyodide      it is newer than Python 3.11: the reference is not python3 but Pyodide under node
                 (tests/pyodide.mjs). Where it is not installed such programs are left out.

A program whose first line is `# stdin: "TEXT"` finds that on its standard input, an expression of str or bytes;
others find it empty.

Addresses (0x7f3a...) count as equal. A program may take 120 s; one that takes longer is named, and run
once more, in case the machine was busy elsewhere. The last line is `N passed, N failed`, one count for
each program and mode; the status is 1 if any failed.
"""

import argparse
import concurrent.futures
import difflib
import os
import re
import shlex
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = ROOT / "src" / "book" / "chapters"
CONFORMANCE = ROOT / "tests" / "conformance"
TIME_LIMIT = 120
WORDS = {"times", "any-order", "gil-matters", "gil=off", "long", "first-come", "pyodide"}
# The book's programs are shown as they are, so that this word cannot stand in them.
LONG_IN_CHAPTERS = {"concurrence-and-parallelism/counting_down.py", "the-lock-object/plain_increment.py"}
PYODIDE = ROOT / "tests" / "benchmarks" / "node_modules" / "pyodide"

# CPython's print() writes text and line end apart, so that lines of two threads can mix. Where the
# order of lines is free, the reference prints each line in one piece, as Threadbook always does.
WHOLE_LINES = """
import builtins, runpy, sys
def whole_line_print(*values, sep=" ", end="\\n", file=None, flush=False):
    (file or sys.stdout).write((" " if sep is None else sep).join(map(str, values)) + ("\\n" if end is None else end))
builtins.print = whole_line_print
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@dataclass(frozen=True)
class Program:
    path: Path
    words: frozenset[str]
    stdin: bytes

    @property
    def name(self) -> str:
        return str(self.path.relative_to(ROOT)) if self.path.is_relative_to(ROOT) else str(self.path)


@dataclass(frozen=True)
class Result:
    stdout: str
    stderr: str
    status: int | None  # None: it did not end in time


def words_from_chapters() -> dict[Path, frozenset[str]]:
    words = {}
    link = re.compile(r'^\[[^\]]+\]\((?P<file>[^)\s]+\.py)(?: "(?P<words>[^"]*)")?\)$', re.MULTILINE)
    for chapter in CHAPTERS.rglob("*.md"):
        for match in link.finditer(chapter.read_text(encoding="utf-8")):
            long = {"long"} if match["file"] in LONG_IN_CHAPTERS else set()
            words[CHAPTERS / match["file"]] = frozenset((match["words"] or "").split()) | long
    return words


def words_of(path: Path, from_chapters: dict[Path, frozenset[str]]) -> frozenset[str]:
    words = set(from_chapters.get(path, ()))
    with path.open(encoding="utf-8", errors="replace") as lines:
        for _, line in zip(range(5), lines):
            if match := re.match(r"# compare: (.*)", line):
                words.update(match[1].split())
    if unknown := words - WORDS:
        sys.exit(f"{path}: unknown words for comparing: {', '.join(sorted(unknown))}")
    return frozenset(words)


def stdin_of(path: Path) -> bytes:
    with path.open(encoding="utf-8", errors="replace") as lines:
        match = re.match(r"# stdin: (.*)", lines.readline())
    if match is None:
        return b""
    given = eval(match[1], {})  # what the program itself might do, too
    return given if isinstance(given, bytes) else given.encode()


def run(command: list[str], stdin: bytes) -> Result:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, env=environment,
                              timeout=TIME_LIMIT, check=False)
    except subprocess.TimeoutExpired as late:
        return Result(_text(late.stdout), _text(late.stderr), None)
    return Result(_text(done.stdout), _text(done.stderr), done.returncode)


def _text(output: bytes | None) -> str:
    return (output or b"").decode("utf-8", "backslashreplace")


def reference(program: Program) -> Result:
    if "pyodide" in program.words:
        return run(["node", str(ROOT / "tests" / "pyodide.mjs"), str(program.path)], program.stdin)
    if "any-order" in program.words:
        return run(["python3", "-c", WHOLE_LINES, str(program.path)], program.stdin)
    return run(["python3", str(program.path)], program.stdin)


def comparable(text: str, words: frozenset[str]) -> list[str]:
    text = re.sub(r"\b0x[0-9a-fA-F]{6,}\b", "<address>", text)
    if "times" in words:
        text = re.sub(r"\d+\.\d+(?:e[+-]?\d+)?", "<time>", text)
    lines = text.splitlines(keepends=True)
    return sorted(lines) if "any-order" in words else lines


def last_line(text: str, words: frozenset[str]) -> str:
    if "any-order" in words:
        return "something" if text.strip() else ""
    lines = comparable(text.rstrip(), words)
    return lines[-1].strip() if lines else ""


def differences(program: Program, expected: Result, found: Result) -> list[str]:
    """Sentences and diffs that say how `found` differs; empty if it does not."""
    if expected.status is None:
        return [f"python3 itself did not end within {TIME_LIMIT} s"]
    if found.status is None:
        return [f"it did not end within {TIME_LIMIT} s", *_indented("its output so far", found.stdout)]
    problems = []
    wanted, got = comparable(expected.stdout, program.words), comparable(found.stdout, program.words)
    if wanted != got:
        problems.append("standard output differs (- python3, + threadbook)")
        diff = list(difflib.unified_diff(wanted, got, lineterm="\n", n=2))[2:]
        problems += ["  " + line.rstrip("\n") for line in diff[:40]]
        if len(diff) > 40:
            problems.append(f"  ... and {len(diff) - 40} lines more")
    if expected.status != found.status:
        problems.append(f"exit status {found.status}, python3 has {expected.status}")
    if (wanted_end := last_line(expected.stderr, program.words)) != (got_end := last_line(found.stderr, program.words)):
        problems.append("standard error ends differently")
        problems += [f"  - {wanted_end}", f"  + {got_end}"]
    if problems and found.stderr.strip():
        problems += _indented("its standard error", found.stderr)
    return problems


def _indented(title: str, text: str) -> list[str]:
    lines = text.rstrip().splitlines()
    return [f"{title}:", *("  | " + line for line in lines[-12:])]


def find_programs(files: list[str], only: list[str]) -> list[Program]:
    from_chapters = words_from_chapters()
    paths = [Path(file).resolve() for file in files] or sorted([*CHAPTERS.rglob("*.py"), *CONFORMANCE.rglob("*.py")])
    programs = [Program(path, words_of(path, from_chapters), stdin_of(path)) for path in paths]
    return [program for program in programs if not only or any(text in program.name for text in only)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mode", action="append", default=[], metavar="NAME=COMMAND")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", action="append", default=[], metavar="TEXT", help="programs whose path contains TEXT")
    parser.add_argument("--list", action="store_true", help="name the programs and end")
    parser.add_argument("files", nargs="*", metavar="FILE")
    options = parser.parse_args()

    programs = find_programs(options.files, options.only)
    if options.list:
        print(*(program.name for program in programs), sep="\n")
        return 0
    modes = dict(mode.split("=", 1) for mode in options.mode)
    if not PYODIDE.exists():
        newer = [program for program in programs if "pyodide" in program.words]
        programs = [program for program in programs if program not in newer]
        print(f"{len(newer)} programs left out: Pyodide is not installed")

    output_lock = threading.Lock()
    counts = {name: [0, 0] for name in modes}

    def compare(program: Program) -> None:
        expected = reference(program)
        for name, command in modes.items():
            if any(part in name and word in program.words for part, word in
                   (("no-gil", "gil-matters"), ("collect-always", "long"), ("by-chance", "first-come"))):
                continue
            arguments = [part.replace("{file}", str(program.path)) for part in shlex.split(command)]
            found = run(arguments, program.stdin)
            if found.status is None:
                print(f"LATE {program.name} ({name}): it did not end within {TIME_LIMIT} s and is run again", flush=True)
                found = run(arguments, program.stdin)
            problems = differences(program, expected, found)
            with output_lock:
                counts[name][bool(problems)] += 1
                if problems:
                    print(f"FAILED {program.name} ({name})", *("    " + line for line in problems), sep="\n", flush=True)

    with concurrent.futures.ThreadPoolExecutor(options.workers) as pool:
        for future in [pool.submit(compare, program) for program in programs]:
            future.result()

    for name, (passed, failed) in counts.items():
        print(f"{name}: {passed} passed, {failed} failed")
    passed, failed = (sum(count[i] for count in counts.values()) for i in (0, 1))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
