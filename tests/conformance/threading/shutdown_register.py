"""_register_atexit() and _shutdown()."""
import threading


def refuse():
    threading._register_atexit(print)


threading._register_atexit(print, "once", end="!\n")
threading._shutdown()
threading._shutdown()
try:
    refuse()
except RuntimeError as error:
    print(error)
