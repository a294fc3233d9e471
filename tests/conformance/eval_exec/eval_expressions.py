x = 10
print(eval("x + 1"), eval(" \t x * 2"), eval(b"x - 1"))
print(eval("a + b", {"a": 1, "b": 2}), eval("a + b", {"a": 1}, {"b": 5}))
print(eval("[i * x for i in range(3)]"), eval("(lambda t: t + x)(5)"), eval("sorted({3, 1, 2})"))


def local():
    y = 7
    return eval("x + y")


print(local())
print(eval("f'{x:>5}'"), eval("(y := 3) + y"))
