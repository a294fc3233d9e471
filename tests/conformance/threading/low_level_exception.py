"""An exception that leaves a function started by _thread goes to sys.unraisablehook."""
import _thread
import sys
import time


def fail():
    raise ValueError("failed")


def leave():
    raise SystemExit("silent")


done = _thread.allocate_lock()
done.acquire()


def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object is fail)
    done.release()


sys.unraisablehook = hook
_thread.start_new_thread(leave, ())
_thread.start_new_thread(fail, ())
done.acquire()
print("end")
