"""Sorting: ints, by a key function, by tuples, and a quicksort written out."""


def quicksort(items):
    if len(items) < 2:
        return items
    pivot = items[len(items) // 2]
    return (quicksort([n for n in items if n < pivot]) + [n for n in items if n == pivot]
            + quicksort([n for n in items if n > pivot]))


def main():
    seed = 42
    numbers = []
    for _ in range(30_000):
        seed = (seed * 1103515245 + 12345) % 2147483648
        numbers.append(seed)
    by_value = sorted(numbers)
    by_key = sorted(numbers, key=lambda n: n % 1000)
    pairs = sorted((n % 100, n) for n in numbers)
    return by_value[0], by_key[0], pairs[0], quicksort(numbers) == by_value
