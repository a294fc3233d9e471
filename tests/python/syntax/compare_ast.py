"""Compares the parser's trees with CPython's over many files.

usage: compare_ast.py COMMAND [PATH...]

COMMAND is the built dump_main; PATHs are files or folders, by default this Python's whole standard
library, its tests included. Every tree is compared as ast.dump prints it, positions included. Files
that CPython itself refuses must be refused. Prints every difference; exit status 1 if there is one.
"""
import ast
import pathlib
import subprocess
import sys
import sysconfig
import tokenize
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)

# Differences that are known, with their reasons.
KNOWN = {
    "name escape": "\\N{...} names beyond the few that the engine knows",
    "normalisation": "identifiers are not brought to NFKC form",
    "encoding": "the source declares an encoding other than UTF-8",
}


def files(paths):
    for path in paths:
        path = pathlib.Path(path)
        if path.is_dir():
            yield from sorted(path.rglob("*.py"))
        else:
            yield path


def answers(command, what, paths):
    """What the command says of each file."""
    out = subprocess.run([command, what, *map(str, paths)], capture_output=True, check=True).stdout
    if len(paths) == 1:
        return [out]
    result, at = [], 0
    for _ in paths:
        end = out.index(b"\n", at)
        size = int(out[at:end])
        result.append(out[end + 1 : end + 1 + size])
        at = end + 1 + size
    return result


def expected(path):
    source = path.read_bytes()
    try:
        return ast.dump(ast.parse(source), include_attributes=True)
    except (SyntaxError, ValueError) as error:
        return error


def reason(path, ours):
    source = path.read_bytes()
    with open(path, "rb") as file:
        try:
            encoding = tokenize.detect_encoding(file.readline)[0]
        except SyntaxError:
            encoding = "?"
    if encoding not in ("utf-8", "utf-8-sig"):
        return "encoding"
    if b"unknown Unicode character name" in ours or b"malformed \\N" in ours:
        return "name escape"
    if b"\\N{" in source and ours.startswith(b"SyntaxError: f-string"):
        return "name escape"
    return None


def show(path, ours, theirs):
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    print(f"DIFFERENT {path}")
    print(f"  ours:   {ours[max(0, at - 80):at + 120]!r}")
    print(f"  python: {theirs[max(0, at - 80):at + 120]!r}")


def main():
    command = sys.argv[1]
    paths = list(files(sys.argv[2:] or [sysconfig.get_paths()["stdlib"]]))
    equal = refused = different = 0
    known = dict.fromkeys(KNOWN, 0)
    for start in range(0, len(paths), 200):
        batch = paths[start : start + 200]
        for path, ours in zip(batch, answers(command, "ast", batch)):
            theirs = expected(path)
            if isinstance(theirs, Exception):
                if ours.startswith(b"Module("):
                    why = reason(path, ours)
                    if why:
                        known[why] += 1
                    else:
                        different += 1
                        print(f"ACCEPTED {path}\n  python: {theirs}")
                else:
                    refused += 1
                continue
            theirs = theirs.encode("utf-8", "surrogatepass") + b"\n"
            if ours == theirs:
                equal += 1
                continue
            why = reason(path, ours)
            if why:
                known[why] += 1
                continue
            different += 1
            show(path, ours, theirs)
    print(f"{len(paths)} files: {equal} equal, {refused} refused by both, {different} different")
    for why, count in known.items():
        if count:
            print(f"  {count} known: {KNOWN[why]}")
    return 1 if different else 0


sys.exit(main())
