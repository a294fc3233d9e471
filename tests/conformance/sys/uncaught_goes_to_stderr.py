# What reports an uncaught exception writes to whatever sys.stderr is.
import atexit
import io
import sys

sys.stderr = io.StringIO()
atexit.register(lambda: print("told:", sys.stderr.getvalue().splitlines()[-1]))
raise ValueError("redirected")
