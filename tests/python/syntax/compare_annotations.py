"""Compares the text that the engine makes of annotations with CPython's, over many expressions.

    python3 compare_annotations.py DRIVER... [--files PATH...] [--generated N]

DRIVER is the command that runs the compiled dump_main.cpp. The expressions: every one that occurs in PATHs (files or
folders; by default the library, the conformance programs and those of CPython's tests that are about syntax), and N
that are put together at random, to meet every pair of outer and inner expression. The reference is what CPython 3.11's
compiler stores under `from __future__ import annotations`. Prints every difference; exit status 1 if there is one.
"""

import ast
import pathlib
import random
import subprocess
import sys
import sysconfig
import tempfile
import unicodedata
import warnings

import compare_ast

ROOT = pathlib.Path(__file__).resolve().parents[3]
FUTURE = "from __future__ import annotations\n"
SHOWN = 40


def default_paths():
    library = pathlib.Path(sysconfig.get_paths()["stdlib"])
    tests = [path for name in ("ast", "fstring", "future", "generic", "grammar", "lambda", "named", "string", "typing", "unpack")
             for path in sorted(library.glob(f"test/test_{name}*.py"))]
    return [ROOT / "src/python/library", ROOT / "tests/conformance", library / "typing.py", *tests]


def expressions_in(paths):
    """The source text of the expressions in all files, each once."""
    found = {}
    for path in compare_ast.python_files(paths):
        try:
            source = path.read_text(encoding="utf-8")
            tree = ast.parse(source)
        except (SyntaxError, ValueError):
            continue
        lines = source.splitlines(keepends=True)
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line.encode()))
        data = source.encode()
        for node in ast.walk(tree):
            # Positions inside f-strings of 3.11 are relative to something else; they come with what they stand in.
            if not isinstance(node, ast.expr) or isinstance(getattr(node, "ctx", ast.Load()), (ast.Store, ast.Del)):
                continue
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[node.end_lineno - 1] + node.end_col_offset
            if 0 < end - start < 400:
                found[data[start:end].decode(errors="replace")] = None
    return list(found)


class Generator:
    """Expressions at random. Leaves are few, so that most of a text is operators."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def leaf(self):
        return self.random.choice(
            ["a", "b", "1", "-1", "1.5", "1e999", "2j", "'s'", "\"it's\"", "b'x'", "...", "None", "()", "u'v'", "[]", "{}"])

    def expression(self, depth):
        if depth == 0:
            return self.leaf()
        e = lambda: "(" + self.expression(depth - self.random.randint(1, depth)) + ")"
        kind = self.random.randrange(26)
        operator = self.random.choice("+ - * @ / % ** << >> | ^ & // and or < == in is".split() + ["not in", "is not"])
        parameters = lambda: self.random.choice(
            ["", "x", "x, /", "x, /, y=%s", "*x", "*, x=%s", "**x", "x, y=%s, *z, w, **v", "x=%s, /, *, y"]
        ).replace("%s", e())
        loop = lambda: self.random.choice(["for x in %s", "for x, y in %s if %s", "for x in %s for y in %s if %s if %s"])
        filled = lambda text: "".join(part + e() for part in text.split("%s")[:-1]) + text.split("%s")[-1]
        if kind < 8:
            return f"{e()} {operator} {e()}"
        return [
            lambda: f"not {e()}",
            lambda: f"{self.random.choice('+-~')}{e()}",
            lambda: f"lambda {parameters()}: {e()}",
            lambda: f"{e()} if {e()} else {e()}",
            lambda: f"{{{e()}: {e()}, **{e()}}}",
            lambda: f"{{{e()}, *{e()}}}",
            lambda: f"[{e()} {filled(loop())}]",
            lambda: f"{{{e()} {filled(loop())}}}",
            lambda: f"{{{e()}: {e()} {filled(loop())}}}",
            lambda: f"({e()} {filled(loop())})",
            lambda: f"{e()} < {e()} >= {e()}",
            lambda: f"{e()}({e()}, *{e()}, x={e()}, **{e()})",
            lambda: f"{e()}({e()} for x in {e()})",
            lambda: f"{e()}.name",
            lambda: f"{e()}[{e()}:{e()}, {e()}]",
            lambda: f"{e()}[{self.random.choice(['', e()])}:{self.random.choice(['', e()])}:{self.random.choice(['', e()])}]",
            lambda: f"({e()}, *{e()})",
            lambda: f"({e()},)",
        ][kind - 8]()

    def format_string(self, depth):
        value = self.expression(depth)
        if any(c in value for c in "'\"\\"):
            value = "a"
        spec = self.random.choice(["", "!r", "!s:>10", ":{b}", ":{b!r}.{a}", "="])
        return f"f'''{{{{x}}}} \\n{{ ({value}) {spec}}} it\"s'''"


def compilable(expressions):
    """(expression, its text) for those that may be an annotation."""
    for expression in expressions:
        source = f"v: (\n{expression}\n)"
        if "\\N{" in expression or unicodedata.normalize("NFKC", expression) != expression:
            continue  # names of characters and forms of identifiers that the parser is known not to have
        names = {}
        try:
            exec(compile(FUTURE + source, "annotation", "exec"), names)
        except (SyntaxError, ValueError, RecursionError):
            continue
        if "__annotations__" in names and list(names["__annotations__"]) == ["v"]:
            yield expression, source, names["__annotations__"]["v"]


def main():
    parser = compare_ast.arguments(__doc__)
    parser.add_argument("--generated", type=int, default=20000)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    generator = Generator(12)
    expressions = expressions_in(options.files or default_paths())
    occurring = len(expressions)
    expressions += [generator.expression(i % 4 + 1) for i in range(options.generated)]
    expressions += [generator.format_string(i % 3) for i in range(options.generated // 10)]
    cases = list(compilable(expressions))
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "annotations.py")
        # Each case on its own would start a process; what one file cannot hold shows in the number of lines.
        file.write_bytes("".join(source + "\n" for _, source, _ in cases).encode("utf-8", "surrogatepass"))
        out = subprocess.run([*options.driver, "annotations", str(file)], capture_output=True, check=True).stdout
    ours = out.decode("utf-8", "surrogatepass").split("\n")[:-1]
    if len(ours) != len(cases):
        print(f"{len(ours)} texts for {len(cases)} annotations: {ours[-1] if ours else ''}")
        return 1
    different = 0
    for (expression, _, expected), text in zip(cases, ours):
        if text != expected:
            different += 1
            if different <= SHOWN:
                print(f"DIFFERENT {expression!r}", f"  ours:   {text!r}", f"  python: {expected!r}", sep="\n")
    print(f"{len(cases)} annotations, of {occurring} expressions found and {len(expressions) - occurring} made: "
          f"{different} different")
    return 1 if different or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
