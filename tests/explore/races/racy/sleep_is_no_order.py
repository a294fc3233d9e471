"""A sleep orders nothing."""
import threading
import time

x = 0


def write():
    global x
    x = 1  # race


thread = threading.Thread(target=write)
thread.start()
time.sleep(1)
x = 2  # race
thread.join()

