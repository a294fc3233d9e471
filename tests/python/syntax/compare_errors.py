"""Compares what is said about malformed programs with what python3 says.

    python3 compare_errors.py DRIVER... [--mutations N] [--seed S]

DRIVER is the command that runs the compiled dump_main.cpp (for wasm: node and the script). First the
programs of malformed.txt, separated by %%% lines: all that python3 writes to standard error for each
as a script must be equal: file, line, source, carets, message. Then N statements of the standard
library with a random token changed: type, message and positions must be those that compile() raises.
Prints every difference; exit status 1 if there is one. CPython 3.11 is the reference.
"""

import ast
import ctypes
import io
import os
import pathlib
import random
import sys
import sysconfig
import tempfile
import textwrap
import tokenize
import warnings

from compare_ast import answers, arguments

HERE = pathlib.Path(__file__).parent
TOKENS = """( ) [ ] { } : , = == := . if else for in not and or lambda def class return import from as with
try except finally while * ** + - 1 x "s" print None True yield await async del global pass break raise
assert match case _ f"{x}" @ -> ... ; != ~ is elif += b"x" nonlocal continue 0x1f 1.5 %""".split() + ["\n", "\n    ", "    "]


# ---- programs written for the purpose ----


def python_says(path):
    """What python3 writes to standard error when it cannot compile the script; "" when it can."""
    source = path.read_text()
    try:
        compile(source, path, "exec")
        return ""
    except SyntaxError as error:
        stringwise = error
    stderr = sys.stderr = io.StringIO()
    try:
        if source.isascii():
            run_script(path)
        else:
            # Where a line is not ASCII CPython counts bytes in scripts, so that the carets stand
            # beside the mark; it counts characters when it compiles a string, and so do we.
            sys.__excepthook__(SyntaxError, stringwise.with_traceback(None), None)
    finally:
        sys.stderr = sys.__stderr__
    return stderr.getvalue()


def run_script(path):
    """What `python3 PATH` does after starting, without the time to start."""
    libc = ctypes.CDLL(None)
    libc.fopen.restype = ctypes.c_void_p
    name = os.fsencode(path)
    run = ctypes.pythonapi.PyRun_SimpleFileExFlags
    run.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
    run(libc.fopen(name, b"r"), name, 1, None)


def compare_programs(driver, folder):
    programs = (HERE / "malformed.txt").read_text().split("%%%\n")
    paths = []
    for number, program in enumerate(programs):
        path = folder / f"malformed{number}.py"
        path.write_text(program)
        paths.append(path)
    different = accepted = 0
    for program, (path, ours) in zip(programs, answers(driver, "check", paths)):
        theirs = python_says(path)
        accepted += not theirs
        if ours.decode() != theirs:
            different += 1
            print(f"DIFFERENT\n{textwrap.indent(program, '  | ')}python:\n{theirs}ours:\n{ours.decode()}")
    print(f"{len(programs)} malformed programs ({accepted} of them correct): {different} different")
    return different


# ---- mutations ----


def statements(generator):
    """Statements of the standard library, without end."""
    library = pathlib.Path(sysconfig.get_paths()["stdlib"])
    files = sorted(library.glob("*.py")) + sorted((library / "test").glob("test_*.py"))
    while True:
        try:
            source = generator.choice(files).read_text("utf-8")
            tree = ast.parse(source)
        except (SyntaxError, ValueError):
            continue
        lines = source.split("\n")
        nodes = [n for n in ast.walk(tree) if isinstance(n, ast.stmt) and n.end_lineno - n.lineno < 12]
        for node in generator.choices(nodes, k=8) if nodes else ():
            text = textwrap.dedent("\n".join(lines[node.lineno - 1 : node.end_lineno])) + "\n"
            try:
                ast.parse(text)
            except (SyntaxError, ValueError):
                continue
            if text.isascii() and "\\N{" not in text:
                yield text


def mutate(text, generator):
    starts = [0]
    for line in text.splitlines(True):
        starts.append(starts[-1] + len(line))
    spans = [
        (starts[t.start[0] - 1] + t.start[1], starts[t.end[0] - 1] + t.end[1])
        for t in tokenize.generate_tokens(io.StringIO(text).readline)
        if t.string.strip()
    ]
    for _ in range(generator.choice([1, 1, 1, 2])):
        spans = [s for s in spans if s[1] <= len(text)]
        if not spans or not text:
            break
        start, end = generator.choice(spans)
        match generator.randrange(5):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:start] + generator.choice(TOKENS) + " " + text[start:]
            case 2:
                text = text[:start] + generator.choice(TOKENS) + text[end:]
            case 3:
                other = generator.choice(spans)
                text = text[:start] + text[other[0] : other[1]] + text[end:]
            case 4:
                at = generator.randrange(len(text))
                text = text[:at] + text[at + 1 :]
    return text


def fields(program):
    """type|message|lineno|offset|end_lineno|end_offset of the error, or nothing."""
    try:
        compile(program, "program", "exec")
        return ""
    except SyntaxError as error:
        parts = [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset]
        return "|".join(map(str, parts))


def comparable(line):
    """Without what differs between compiling a string and running a script, as the driver does."""
    parts = line.strip("\n").split("|")
    if len(parts) < 6:
        return line
    if parts[-1] in ("-1", "None"):
        parts[-1] = "0"
    if parts[0] != "SyntaxError" or "line continuation" in line or parts[-1] == "0":
        parts[-3] = parts[-1] = "*"
    return "|".join(parts)


def compare_mutations(driver, folder, count, seed):
    generator = random.Random(seed)
    source = statements(generator)
    programs = [mutate(next(source), generator) for _ in range(count)]
    paths = []
    for number, program in enumerate(programs):
        path = folder / f"mutation{number}.py"
        path.write_text(program)
        paths.append(path)
    different = correct = 0
    for program, (path, ours) in zip(programs, answers(driver, "error", paths)):
        theirs = fields(program)
        correct += not theirs
        if comparable(ours.decode()) != comparable(theirs):
            different += 1
            print(f"DIFFERENT\n{textwrap.indent(program, '  | ')}python: {theirs}\nours:   {ours.decode()}")
    print(f"{count} mutations, seed {seed} ({correct} of them correct): {different} different")
    return different


def main():
    parser = arguments(__doc__)
    parser.add_argument("--mutations", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        different = compare_programs(options.driver, folder)
        different += compare_mutations(options.driver, folder, options.mutations, options.seed)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
