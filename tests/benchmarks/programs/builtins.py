"""Calls of builtin functions: len, str, int, abs, min, max, isinstance, range, enumerate, zip, map, sum."""


def main():
    items = list(range(100))
    total = 0
    for i in range(100_000):
        total += len(items)
        total += abs(i - 500) + min(i, 50) + max(i, 7)
        total += int(str(i))
        if isinstance(i, int):
            total += 1
    for _ in range(1_000):
        for i, item in enumerate(items):
            total += i - item
        for a, b in zip(items, items):
            total += a - b
        total += sum(map(abs, items))
        total += sum(items[10:60]) + len(items[::2])
    return total
