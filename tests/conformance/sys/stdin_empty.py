import sys

print(repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines(), list(sys.stdin))
print(sys.stdin.readable(), sys.stdin.writable(), sys.stdin.name, sys.stdin.mode, sys.stdin is sys.__stdin__)
try:
    input("anything? ")
except EOFError as error:
    print()
    print(type(error).__name__, error)
