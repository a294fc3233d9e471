"""shutdown(cancel_futures=True) drops what no worker has begun."""
from concurrent.futures import ThreadPoolExecutor
import threading

release, running = threading.Event(), threading.Event()
executor = ThreadPoolExecutor(1)
first = executor.submit(lambda: (running.set(), release.wait(10)))
rest = [executor.submit(print, "never") for _ in range(3)]
running.wait(10)
executor.shutdown(wait=False, cancel_futures=True)
print(first.cancelled(), [future.cancelled() for future in rest], [future._state for future in rest])
release.set()
executor.shutdown(wait=True)
print(first.result())
