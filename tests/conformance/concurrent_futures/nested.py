"""Calls that submit calls."""
from concurrent.futures import ThreadPoolExecutor


def total(executor, numbers):
    if len(numbers) <= 2:
        return sum(numbers)
    half = len(numbers) // 2
    left = executor.submit(total, executor, numbers[:half])
    right = executor.submit(total, executor, numbers[half:])
    return left.result() + right.result()


with ThreadPoolExecutor(40) as executor:
    print(total(executor, list(range(32))))
