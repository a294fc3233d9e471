"""RuntimeError if a set changes size while a loop goes over it."""
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
s = {1, 2, 3}
try:
    for x in s:
        s.discard(x)
except RuntimeError as error:
    print(error)
print(sorted(s))
