import sys
a = sys.intern("some text")
b = sys.intern("".join(["some", " text"]))
print(a is b)
try:
    sys.intern(1)
except TypeError as error:
    print(error)
