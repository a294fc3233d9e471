import time
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(4) as pool:
    print(pool.submit(pow, 2, 10).result())
    time.sleep(0.4)
    print(list(pool.map(abs, range(4))))
