# stdin: b"one\r\ntwo\rthree\nfour\r\n\r\nfive\r"
# reconfigure() chooses what ends a line, before anything is read.
import sys

sys.stdin.reconfigure(newline="")
print([sys.stdin.readline() for _ in range(4)])
print(repr(sys.stdin.read()))
for wrong in (1, "x"):
    try:
        sys.stdin.reconfigure(newline=wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
