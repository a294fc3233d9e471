"""A timer that is joined."""
import threading

x = 0


def late():
    global x
    x = 1


timer = threading.Timer(1, late)
timer.start()
timer.join()
x += 1

