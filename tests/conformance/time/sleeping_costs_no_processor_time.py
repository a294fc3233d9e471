import time
wall, processor = time.monotonic(), time.thread_time()
time.sleep(0.3)
print(time.monotonic() - wall >= 0.3, time.thread_time() - processor < 0.2)
