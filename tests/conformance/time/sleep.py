import time
start = time.perf_counter()
print(time.sleep(0.05))
elapsed = time.perf_counter() - start
print(elapsed >= 0.05, elapsed < 5)
