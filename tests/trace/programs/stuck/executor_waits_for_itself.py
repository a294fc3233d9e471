# Standstill: MainThread and pool_0 can never go on.
# pool_0 waits in line 11 for a result, and nobody is left who could give it.
# MainThread → a Future first used in line 14 → nobody
# pool_0 → a Future first used in line 11 → nobody
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1, thread_name_prefix="pool")


def outer():
    return pool.submit(int, "3").result()


pool.submit(outer).result()
