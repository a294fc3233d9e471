# stdin: b"caf\xe9\n\xc3\xa9\nabc"
# Another encoding, chosen before anything is read.
import sys

try:
    sys.stdin.reconfigure(encoding="nothing")
except LookupError as error:
    print(error)
sys.stdin.reconfigure(encoding="latin-1")
print(ascii(input()), ascii(sys.stdin.read(1)), ascii(sys.stdin.readline()), sys.stdin.read(2), sys.stdin.encoding, sys.stdin.errors)
try:
    sys.stdin.reconfigure(encoding="utf-8")
except OSError as error:
    print(type(error).__name__, error)
try:
    sys.stdin.reconfigure(errors="replace")
except OSError as error:
    print(type(error).__name__, error)
sys.stdin.reconfigure(line_buffering=True)
print(repr(sys.stdin.read()))
sys.stdin.reconfigure(errors="replace")
print(sys.stdin.errors)
