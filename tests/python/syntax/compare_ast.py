"""Compares the parser's trees with CPython's over many files.

    python3 compare_ast.py DRIVER... [--files PATH...]

DRIVER is the command that runs the compiled dump_main.cpp (for wasm: node and the script). PATHs are
files or folders, by default this Python's standard library with its tests. Every tree is compared as
ast.dump prints it, positions included; what CPython refuses must be refused. Prints every
difference; exit status 1 if there is one. CPython 3.11 is the reference.
"""

import argparse
import ast
import pathlib
import subprocess
import sys
import sysconfig
import tokenize
import warnings

KNOWN = {
    "name escape": "\\N{...} with a name beyond the common few hundred",
    "normalisation": "identifiers are not brought to Unicode's normal form NFKC",
    "encoding": "the source declares an encoding other than UTF-8",
}


def arguments(description):
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("driver", nargs="+")
    parser.add_argument("--files", nargs="+", type=pathlib.Path)
    return parser


def python_files(paths):
    """The Python files of PATHs, or of the standard library without what was installed into it."""
    if not paths:
        library = pathlib.Path(sysconfig.get_paths()["stdlib"])
        return [p for p in sorted(library.rglob("*.py")) if "site-packages" not in p.parts]
    found = []
    for path in paths:
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return found


def answers(driver, question, paths):
    """What the driver says of each file, as bytes."""
    for start in range(0, len(paths), 100):
        batch = paths[start : start + 100]
        # Named twice when alone: one answer alone has no length before it.
        names = [str(p) for p in (batch if len(batch) > 1 else batch * 2)]
        out = subprocess.run([*driver, question, *names], capture_output=True, check=True).stdout
        at = 0
        for path in batch:
            end = out.index(b"\n", at)
            size = int(out[at:end])
            yield path, out[end + 1 : end + 1 + size]
            at = end + 1 + size


def expected(path):
    try:
        return ast.dump(ast.parse(path.read_bytes()), include_attributes=True)
    except (SyntaxError, ValueError) as error:
        return error


def known_reason(path, ours):
    with open(path, "rb") as file:
        try:
            encoding = tokenize.detect_encoding(file.readline)[0]
        except SyntaxError:
            encoding = "unknown"
    if encoding not in ("utf-8", "utf-8-sig"):
        return "encoding"
    if b"unknown Unicode character name" in ours:
        return "name escape"
    try:
        tokens = list(tokenize.tokenize(open(path, "rb").readline))
    except (SyntaxError, tokenize.TokenError):
        return None
    if any(t.type == tokenize.NAME and not t.string.isascii() for t in tokens):
        return "normalisation"
    return None


def show(path, ours, theirs):
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    print(f"DIFFERENT {path}")
    print(f"  ours:   {ours[max(0, at - 80):at + 120]!r}")
    print(f"  python: {theirs[max(0, at - 80):at + 120]!r}")


def main():
    options = arguments(__doc__).parse_args()
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    paths = python_files(options.files)
    equal = refused = different = 0
    known = dict.fromkeys(KNOWN, 0)
    for path, ours in answers(options.driver, "ast", paths):
        theirs = expected(path)
        if isinstance(theirs, Exception):
            if not ours.startswith(b"Module("):
                refused += 1
                continue
            theirs = b"%s: %s" % (type(theirs).__name__.encode(), str(theirs).encode())
        else:
            theirs = theirs.encode("utf-8", "surrogatepass") + b"\n"
        if ours == theirs:
            equal += 1
        elif reason := known_reason(path, ours):
            known[reason] += 1
        else:
            different += 1
            show(path, ours, theirs)
    print(f"{len(paths)} files: {equal} equal, {refused} refused by both, {different} different")
    for reason, count in known.items():
        if count:
            print(f"  {count} known: {KNOWN[reason]}")
    return 1 if different or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
