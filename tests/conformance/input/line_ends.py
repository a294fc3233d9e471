# stdin: b"one\r\ntwo\rthree\nfour\r\n\r\nfive\r"
# On Linux only "\n" ends a line of standard input.
import sys

print(sys.stdin.newlines)
print(repr(input()), repr(sys.stdin.readline()), repr(sys.stdin.readline()))
print(repr(sys.stdin.read(5)), repr(sys.stdin.read(1)), repr(sys.stdin.read()))
print(sys.stdin.newlines)
try:
    sys.stdin.reconfigure(newline=None)
except OSError as error:
    print(type(error).__name__, error)
