"""shutdown() lets what was submitted be done, and takes nothing more."""
from concurrent.futures import ThreadPoolExecutor
import threading

release = threading.Event()
executor = ThreadPoolExecutor(1)
futures = [executor.submit(release.wait, 10), executor.submit(len, "ab")]
executor.shutdown(wait=False)
print([future.done() for future in futures])
for call in (lambda: executor.submit(int), lambda: executor.map(int, "1")):
    try:
        call()
    except RuntimeError as error:
        print(error)
release.set()
executor.shutdown()
print([future.result() for future in futures], [thread.is_alive() for thread in executor._threads])
executor.shutdown()
ThreadPoolExecutor().shutdown(True)
try:
    executor.shutdown(True, True)
except TypeError as error:
    print(error)
