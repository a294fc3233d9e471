"""Also from a thread."""
import os
import sys
import threading


def leave():
    print("leaves")
    sys.stdout.flush()
    os._exit(3)


threading.Thread(target=leave).start()
threading.Event().wait()
