import time
print(time.sleep(0), time.sleep(0.0), time.sleep(False), time.sleep(1e-9))
