import io
import sys

sys.stdin = io.StringIO("Ann\n42\nlast")
name = input("name? ")
age = input()
print(repr(name), repr(age))
print(repr(input("> ")))
try:
    input("more? ")
except EOFError as error:
    print("|", error)
sys.stdin = sys.__stdin__
