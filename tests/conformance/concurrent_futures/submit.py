"""submit() and the future's result."""
from concurrent.futures import Future, ThreadPoolExecutor
import threading

with ThreadPoolExecutor(max_workers=2) as executor:
    future = executor.submit(pow, 2, 10)
    print(type(future) is Future, future.result(), future.done(), future.running(), future.cancelled())
    print(executor.submit(sorted, [3, 1, 2], reverse=True).result(timeout=10))
    print(executor.submit(lambda *a, **k: (a, k), 1, fn=2, self=3).result())
    print(executor.submit(threading.current_thread).result() is threading.main_thread())
    for call in ((), ("no function",)):
        try:
            print(executor.submit(*call).result())
        except TypeError as error:
            print(error)
    try:
        executor.submit(fn=len)
    except TypeError as error:
        print(error)
