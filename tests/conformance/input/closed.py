# stdin: "never read\n"
# A closed standard input.
import sys

sys.stdin.close()
print(sys.stdin.closed, sys.stdin.buffer.closed)
for call in (input, sys.stdin.read, sys.stdin.readline, sys.stdin.readlines, lambda: next(sys.stdin), lambda: iter(sys.stdin),
             sys.stdin.fileno, sys.stdin.isatty, sys.stdin.readable, lambda: sys.stdin.__enter__(), sys.stdin.flush):
    try:
        call()
    except ValueError as error:
        print(error)
sys.stdin.close()
