"""A future's result comes after the call."""
from concurrent.futures import ThreadPoolExecutor

x = 0


def work():
    global x
    x = 1


with ThreadPoolExecutor(1) as pool:
    pool.submit(work).result()
x += 1

