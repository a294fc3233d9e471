"""for, while, else, break, continue, unpacking targets, chained comparisons, conditional expressions."""
for i in range(3):
    pass
else:
    print("for else", i)
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n == 8:
        break
else:
    print("never")
print(n)
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]:
    print(a, b, c)
for d["k"] in ([(d := {})] and [1, 2]):
    print(d)
first, *middle, last = range(6)
print(first, middle, last, 1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, not 1 > 2 > (1 / 1))
x = 5
print("big" if x > 3 else "small", x and 0 or "or", None or [] or "end", 0 and 1 / 0)
i = 10
while i:
    i -= 3
    if i < 0:
        break
print(i, [y for y in range(20) if y % 2 if y % 3], {k: v for k, v in zip("ab", range(2))}, {z % 3 for z in range(9)})
print([[j * k for j in range(3)] for k in range(3)], [(p, q) for p in range(2) for q in "xy"])
while True:
    if (x := x - 1) < 2:
        break
print(x, (y := 3) + y)
a = b = [1]
b += [2]
a, b = b, a
print(a, b, a is b)
del a[0], b
try:
    b
except NameError as error:
    print(error, a)
assert a, "fine"
try:
    assert not a, f"a is {a}"
except AssertionError as error:
    print(error)
