import atexit
import sys

atexit.register(print, "called")
atexit.register(sys.stdout.flush)
sys.exit(3)
