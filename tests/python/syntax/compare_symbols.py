"""Compares the symbol table with CPython's over many files.

usage: compare_symbols.py COMMAND [PATH...]

COMMAND is the built dump_main; PATHs are files or folders, by default this Python's whole standard
library. Compared are the scopes, their lines and nesting, and every flag of every name.
"""
import _symtable
import pathlib
import subprocess
import sys
import sysconfig
import tokenize
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
FREE_MARK = 32  # set by CPython while it works, read by nobody


def describe(table, depth, out):
    nested = " nested" if table.nested else ""
    name = table.name
    if table.type == 0 and name in ("genexpr", "listcomp", "setcomp", "dictcomp", "lambda"):
        name = f"<{name}>"
    line = " " * depth + f"{name} {table.lineno}{nested}"
    for name, flags in sorted(table.symbols.items(), key=lambda item: item[0].encode()):
        line += f" {name}:{flags & ~FREE_MARK}"
    out.append(line + "\n")
    for child in table.children:
        describe(child, depth + 1, out)


def expected(path):
    try:
        table = _symtable.symtable(path.read_bytes(), str(path), "exec")
    except SyntaxError as error:
        return f"{type(error).__name__}: {error.msg}\n"
    except ValueError as error:
        return None
    out = []
    describe(table, 0, out)
    return "".join(out)


def answers(command, paths):
    out = subprocess.run([command, "symbols", *map(str, paths)], capture_output=True, check=True).stdout
    if len(paths) == 1:
        return [out.decode()]
    result, at = [], 0
    for _ in paths:
        end = out.index(b"\n", at)
        size = int(out[at:end])
        result.append(out[end + 1 : end + 1 + size].decode())
        at = end + 1 + size
    return result


def main():
    command = sys.argv[1]
    paths = []
    for path in sys.argv[2:] or [sysconfig.get_paths()["stdlib"]]:
        path = pathlib.Path(path)
        paths += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    equal = different = refused = 0
    for start in range(0, len(paths), 200):
        batch = paths[start : start + 200]
        for path, ours in zip(batch, answers(command, batch)):
            theirs = expected(path)
            if theirs == ours:
                equal += 1
            elif ours.startswith("SyntaxError: ") or theirs is None:
                refused += 1  # compare_ast.py looks at these
            else:
                different += 1
                print(f"DIFFERENT {path}")
                for a, b in zip(ours.splitlines(), theirs.splitlines()):
                    if a != b:
                        print(f"  ours:   {a[:300]}\n  python: {b[:300]}")
                        print("  ", sorted(set(a.split()) ^ set(b.split()))[:10])
                        break
    print(f"{len(paths)} files: {equal} equal, {refused} refused by either, {different} different")
    return 1 if different else 0


sys.exit(main())
