import threading
import time

counter = 0

def add_one():
    global counter
    seen = counter          # read
    time.sleep(0.5)         # the other threads read, too
    counter = seen + 1      # write

threads = [threading.Thread(target=add_one) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("expected 5, got", counter)
