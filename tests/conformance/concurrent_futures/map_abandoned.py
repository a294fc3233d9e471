"""Who stops asking map() for results cancels the calls that have not begun."""
from concurrent.futures import ThreadPoolExecutor
import threading

made = []
release = threading.Event()


def call(x):
    made.append(x)
    if x == 1:
        release.wait(10)
    return x


with ThreadPoolExecutor(1) as executor:
    results = executor.map(call, range(100))
    print(next(results))
    while len(made) < 2:
        pass
    results.close()
    release.set()
print(made)
