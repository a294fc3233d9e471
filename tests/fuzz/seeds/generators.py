def g(n):
    try:
        x = yield from range(n)
        while True:
            x = yield x
    finally:
        print("end")
a = g(3)
print(next(a), list(a))
b = (i * j for i in range(3) for j in range(i) if j)
print(sum(b))
a.close()
