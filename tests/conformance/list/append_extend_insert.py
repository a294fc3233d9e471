"""Growing a list at the end and in the middle."""
a = []
print(a.append(1), a)
a.extend('xy')
a.extend(a)
print(a)
a.insert(0, 'first')
a.insert(-1, 'before last')
a.insert(100, 'end')
a.insert(-100, 'start')
print(a)
a += (1, 2)
a += {3: 4}
print(a, len(a))
big = []
for i in range(10000):
    big.append(i)
print(len(big), big[0], big[-1], sum(big))
