"""Two calls of a pool that add."""
from concurrent.futures import ThreadPoolExecutor

x = 0


def add():
    global x
    x += 1  # race


with ThreadPoolExecutor(2) as pool:
    pool.submit(add)
    pool.submit(add)

