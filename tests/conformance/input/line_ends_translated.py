# stdin: b"one\r\ntwo\rthree\nfour\r\n\r\nfive\r"
# With newline=None whatever ends a line reads as "\n".
import sys

sys.stdin.reconfigure(newline=None)
print(sys.stdin.newlines)
print(repr(input()), repr(sys.stdin.readline()), repr(sys.stdin.readline()), sys.stdin.newlines is None)
print(repr(sys.stdin.read(5)), repr(sys.stdin.read(1)), repr(sys.stdin.read()))
print(sys.stdin.newlines)
