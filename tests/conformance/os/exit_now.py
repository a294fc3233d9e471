"""os._exit() ends the program at once: no finally, no atexit, no waiting for threads."""
import atexit
import os
import sys
import threading
import time

atexit.register(print, "never")
threading.Thread(target=time.sleep, args=(60,)).start()
print("begin")
sys.stdout.flush()
try:
    os._exit(7)
finally:
    print("never")
