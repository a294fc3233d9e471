"""Compares the symbol table with CPython's over many files.

    python3 compare_symbols.py DRIVER... [--files PATH...]

DRIVER and PATHs as for compare_ast.py. Compared are the scopes, their lines and nesting, and every
flag of every name (CPython's DEF_... and scope). Prints every difference; exit status 1 if there is
one. CPython 3.11 is the reference.
"""

import _symtable
import sys
import warnings

from compare_ast import answers, arguments, known_reason, python_files

FREE_MARK = 32  # set by CPython for itself while it works


def describe(table, depth, out):
    name = table.name
    if name in ("genexpr", "listcomp", "setcomp", "dictcomp", "lambda") and table.type == 0:
        name = f"<{name}>"
    words = [f"{name} {table.lineno}{' nested' if table.nested else ''}"]
    for symbol, flags in sorted(table.symbols.items(), key=lambda item: item[0].encode()):
        words.append(f"{symbol}:{flags & ~FREE_MARK}")
    out.append(" " * depth + " ".join(words) + "\n")
    for child in table.children:
        describe(child, depth + 1, out)


def expected(path):
    try:
        table = _symtable.symtable(path.read_bytes(), str(path), "exec")
    except (SyntaxError, ValueError):
        return None
    out = []
    describe(table, 0, out)
    return "".join(out)


def main():
    options = arguments(__doc__).parse_args()
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    paths = python_files(options.files)
    equal = refused = known = different = 0
    for path, ours in answers(options.driver, "symbols", paths):
        theirs = expected(path)
        ours = ours.decode()
        # A function may be called listcomp: CPython gives it the same name as the comprehension.
        plain = str.maketrans("", "", "<>")
        if theirs is None:
            refused += 1  # compare_ast.py and compare_errors.py look at these
        elif ours.translate(plain) == theirs.translate(plain):
            equal += 1
        elif known_reason(path, ours.encode()):
            known += 1
        else:
            different += 1
            print(f"DIFFERENT {path}")
            for a, b in zip(ours.splitlines(), theirs.splitlines()):
                if a != b:
                    print(f"  ours:   {a[:300]}\n  python: {b[:300]}")
                    break
    print(f"{len(paths)} files: {equal} equal, {refused} refused by CPython, {different} different")
    if known:
        print(f"  {known} known: see compare_ast.py")
    return 1 if different or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
