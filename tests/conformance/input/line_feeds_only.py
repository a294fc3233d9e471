# stdin: b"one\r\ntwo\rthree\nfour"
# With newline="\n" nothing else ends a line.
import sys

sys.stdin.reconfigure(newline="\n")
print(list(sys.stdin))
