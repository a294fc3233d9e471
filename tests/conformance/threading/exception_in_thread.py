"""An exception in a thread is reported and does not end the program; SystemExit is silent."""
import sys
import threading


def fail():
    raise ValueError("in a thread")


def leave():
    sys.exit(3)


for target in (fail, leave):
    t = threading.Thread(target=target, name="worker")
    t.start()
    t.join()
print("goes on")
sys.exit(4)
