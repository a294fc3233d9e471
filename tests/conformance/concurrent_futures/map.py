"""map() gives results in the order of its arguments, as far as the shortest iterable goes."""
from concurrent.futures import ThreadPoolExecutor
import time


def slow_square(x):
    time.sleep(0.02 if x == 0 else 0)
    return x * x


with ThreadPoolExecutor(4) as executor:
    print(list(executor.map(slow_square, range(10))))
    print(list(executor.map(pow, [1, 2, 3], [2, 3])))
    print(list(executor.map(max, "abc", "bab", chunksize=10)))
    print(list(executor.map(len, [])), type(executor.map(len, [])).__name__)
    results = executor.map(int, ["1", "x", "3"])
    print(next(results))
    try:
        next(results)
    except ValueError as error:
        print(error)
    print(next(results, "no more"))
    try:
        executor.map(len, 4)
    except TypeError as error:
        print(error)
