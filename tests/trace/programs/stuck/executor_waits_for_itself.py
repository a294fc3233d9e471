# Standstill: MainThread and pool_0 can never go on.
# pool_0 waits in line 9 for a result, and nobody is left who could give it.
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1, thread_name_prefix="pool")


def outer():
    return pool.submit(int, "3").result()


pool.submit(outer).result()
