import atexit

atexit.register(print, "called all the same")
atexit.register(lambda: 1 / 0)
atexit.register(print, "before the one that fails")
raise ValueError("uncaught")
