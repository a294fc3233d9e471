"""The workers of an executor that nobody refers to any more end."""
from concurrent.futures import ThreadPoolExecutor
import gc
import time

executor = ThreadPoolExecutor(2)
executor.submit(int).result()
workers = list(executor._threads)
del executor
for _ in range(1000):
    gc.collect()  # a worker may have held it still
    if not workers[0].is_alive():
        break
    time.sleep(0.01)
print([worker.is_alive() for worker in workers])
