"""Small ints in local variables: the longest Collatz sequence."""


def work():
    longest = 0
    for start in range(1, 50_000):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > longest:
            longest = steps
    return longest
