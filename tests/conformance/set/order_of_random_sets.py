# compare: long
"""The order of thousands of sets made in every way."""
state = 7


def rand(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return (state >> 8) % n


check = 0
for trial in range(1500):
    span = (10, 50, 300, 5000, 10**9)[trial % 5]
    size = rand(40 if trial % 10 else 400)
    a = set()
    for _ in range(size):
        a.add(rand(span))
        if rand(4) == 0:
            a.discard(rand(span))
    b = set([rand(span) for _ in range(rand(40))])
    for s in (a, b, a | b, a & b, a - b, b - a, a ^ b, set(a), frozenset(b), {x + 1 for x in a}, a.union(list(b), range(3)),
              a.intersection(list(b)), a.difference(list(b)), a.symmetric_difference(list(b)), set(dict.fromkeys(a))):
        for x in s:
            check = (check * 31 + x) % 1000000007
    c = set(a)
    c |= b
    c -= {x for x in b if x % 2}
    c ^= a
    c &= a | b
    c.update(range(rand(20)))
    c.difference_update([rand(30) for _ in range(10)])
    c.intersection_update(range(200))
    for _ in range(rand(5)):
        if c:
            check = (check * 31 + c.pop()) % 1000000007
    for x in c:
        check = (check * 31 + x) % 1000000007
    if trial % 100 == 0:
        print(trial, check, list(c)[:5])
