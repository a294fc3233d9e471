"""An excepthook that fails is reported by sys.excepthook."""
import sys
import threading


def fail():
    raise ValueError("failed")


def bad_hook(args):
    raise KeyError("the hook")


def report(exc_type, exc_value, exc_traceback):
    print("sys.excepthook", exc_type.__name__, exc_value)


threading.excepthook = bad_hook
sys.excepthook = report
sys.stderr = sys.stdout
thread = threading.Thread(target=fail)
thread.start()
thread.join()
threading.excepthook = None
sys.stderr = None
thread = threading.Thread(target=sys.exit)
thread.start()
thread.join()
print("end")
