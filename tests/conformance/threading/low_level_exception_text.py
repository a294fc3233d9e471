"""What the default hook says of it."""
# compare: any-order
import _thread
import time


def fail():
    raise ValueError("failed")


_thread.start_new_thread(fail, ())
time.sleep(0.1)
while _thread._count():
    time.sleep(0.001)
print("end")
