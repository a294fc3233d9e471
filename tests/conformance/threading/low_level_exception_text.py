"""What the default hook says of it."""
# compare: any-order
import _thread
import time


begun = _thread.allocate_lock()
begun.acquire()


def fail():
    begun.release()
    raise ValueError("failed")


_thread.start_new_thread(fail, ())
begun.acquire()
while _thread._count():
    time.sleep(0.001)
print("end")
