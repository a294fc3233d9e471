import time
print(abs(time.time() - time.time_ns() / 1e9) < 1)
print(abs(time.monotonic() - time.monotonic_ns() / 1e9) < 1)
print(abs(time.perf_counter() - time.perf_counter_ns() / 1e9) < 1)
print(time.time() > 1_600_000_000)
