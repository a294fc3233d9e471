"""Dicts with int, str and tuple keys: filled, looked up, changed, gone through, emptied."""


def main():
    squares = {n: n * n for n in range(50_000)}
    total = 0
    for key, value in squares.items():
        total += value - key
    for n in range(0, 50_000, 3):
        del squares[n]
    grid = {}
    for x in range(200):
        for y in range(200):
            grid[x, y] = x ^ y
    for x in range(1, 199):
        for y in range(1, 199):
            total += grid[x - 1, y] + grid[x + 1, y] + grid.get((x, y - 1), 0)
    groups = {}
    for n in range(60_000):
        groups.setdefault(f"group {n % 100}", []).append(n)
    return total, len(squares), sum(len(group) for group in groups.values()), 1 in squares
