"""Each worker calls the initializer first."""
from concurrent.futures import ThreadPoolExecutor
import threading

local = threading.local()


def prepare(*values):
    local.values = values


barrier = threading.Barrier(3)
with ThreadPoolExecutor(3, initializer=prepare, initargs=("a", 1)) as executor:
    futures = [executor.submit(lambda: (barrier.wait(10), local.values)[1]) for _ in range(3)]
    print([future.result() for future in futures])
print(hasattr(local, "values"))
