# stdin: "first\nsecond line\nthïrd ☃\n\n5\n6\n7\n8\n9\nno newline"
# sys.stdin as a text file.
import sys

print(repr(sys.stdin.readline()), repr(sys.stdin.readline(3)), repr(sys.stdin.readline(0)), repr(sys.stdin.readline(100)))
print(repr(sys.stdin.read(4)), repr(sys.stdin.read(0)), repr(sys.stdin.readline()))
print(repr(next(sys.stdin)), repr(input()))
for line in sys.stdin:
    print(repr(line))
    if line == "7\n":
        break
print(sys.stdin.readlines(1))
print(repr(sys.stdin.readline(-1)), repr(sys.stdin.read(None)), repr(sys.stdin.read()), repr(sys.stdin.readline()))
print(list(sys.stdin), sys.stdin.readlines())
print(sys.stdin.fileno(), sys.stdin.isatty(), sys.stdin.encoding, sys.stdin.closed, sys.stdin.name, sys.stdin.mode)
print(sys.stdin.readable(), sys.stdin.writable(), sys.stdin.newlines)
print(type(sys.stdin), sys.stdin)
for call in (lambda: sys.stdin.read("x"), lambda: sys.stdin.readline("x"), lambda: sys.stdin.write("x")):
    try:
        call()
    except (TypeError, OSError) as error:
        print(type(error).__name__, error)
try:
    next(sys.stdin)
except StopIteration:
    print("StopIteration")
