"""What a call makes is read before its future is asked."""
from concurrent.futures import ThreadPoolExecutor

result = 0


def work():
    global result
    result = 1  # race


with ThreadPoolExecutor(1) as pool:
    future = pool.submit(work)
    seen = result + 1  # race
    future.result()

