"""Many items: random, sorted, reversed, with few values, by key."""
state = 12345


def rand():
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state


for n in (10, 63, 64, 65, 100, 1000, 5000):
    a = [rand() for _ in range(n)]
    b = sorted(a)
    ok = all(b[i] <= b[i + 1] for i in range(n - 1)) and sum(a) == sum(b)
    c = sorted([x % 10 for x in a])
    d = sorted(a, reverse=True) == b[::-1]
    e = sorted([x / 7 for x in a]) == [x / 7 for x in b]
    f = sorted([str(x) for x in a]) == sorted([str(x) for x in b])
    g = sorted(a, key=lambda x: -x) == b[::-1]
    h = sorted(b) == b and sorted(b[::-1]) == b and sorted(b + a) == sorted(a + b)
    print(n, ok, c == sorted(c), d, e, f, g, h, hash(tuple(b)))
