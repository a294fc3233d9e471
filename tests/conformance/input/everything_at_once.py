# stdin: "3\n1 2\n3 4\n5 6\n"
# How short programs read all of their input.
import sys

count, *rest = sys.stdin.read().split("\n")
print(count, rest)
print([tuple(map(int, line.split())) for line in rest if line])
print(repr(sys.stdin.read()))
