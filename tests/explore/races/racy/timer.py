"""A timer's function, and nobody waits for it."""
import threading

x = 0


def late():
    global x
    x = 1  # race


timer = threading.Timer(1, late)
timer.start()
x = 2  # race
timer.join()

