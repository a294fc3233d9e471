"""map() with a timeout, which counts from the call of map()."""
from concurrent.futures import ThreadPoolExecutor
import concurrent.futures
import threading
import time

release = threading.Event()
with ThreadPoolExecutor(2) as executor:
    results = executor.map(lambda x: x if x < 2 else release.wait(10), range(6), timeout=0.1)
    print(next(results), next(results))
    try:
        next(results)
    except concurrent.futures.TimeoutError as error:
        print("timeout", error.args)
    release.set()
    print(list(executor.map(str, range(3), timeout=60)))
    try:
        executor.map(str, [], timeout="x")
    except TypeError as error:
        print(error)
