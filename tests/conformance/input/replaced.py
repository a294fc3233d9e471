# stdin: "from outside\nagain\n"
# input() reads and writes what sys has in the places of the streams.
import io
import sys


class Noted:
    def __init__(self, name, lines=()):
        self.name, self.lines = name, list(lines)

    def write(self, text):
        notes.append((self.name, "write", text))

    def flush(self):
        notes.append((self.name, "flush"))

    def readline(self):
        notes.append((self.name, "readline"))
        return self.lines.pop(0)


def attempt(*prompt):
    try:
        result = repr(input(*prompt))
    except Exception as error:
        result = f"{type(error).__name__} {error}"
    print(result, *notes, file=real.stdout)
    notes.clear()


class real:
    stdin, stdout, stderr = sys.stdin, sys.stdout, sys.stderr


notes = []
sys.stdin = Noted("in", ["line\n", "no end", "", b"bytes\n", b"", 17, "x\r\n"])
sys.stdout, sys.stderr = Noted("out"), Noted("err")
for prompt in ((), ("prompt",), (1,), ("",), (), (), ()):
    attempt(*prompt)
sys.stdin = io.StringIO("a\nb")
attempt()
attempt()
attempt()
sys.stdin = object()
attempt("prompt")
sys.stdin = None
attempt("prompt")
del sys.stdin
attempt()
sys.stdin, sys.stdout = real.stdin, None
attempt("prompt")
sys.stdout, sys.stderr = real.stdout, None
attempt("prompt")
sys.stderr = real.stderr
attempt("prompt")
sys.stdin = sys.__stdin__
attempt()
attempt()
