"""with: shut down at its end, also by an exception, which passes."""
from concurrent.futures import ThreadPoolExecutor
import time

done = []
try:
    with ThreadPoolExecutor(2) as executor:
        print(type(executor).__name__)
        for i in range(4):
            executor.submit(lambda i=i: (time.sleep(0.01), done.append(i)))
        raise KeyError("passes")
except KeyError as error:
    print(error, sorted(done))
print(executor._shutdown, executor.__exit__(None, None, None))
