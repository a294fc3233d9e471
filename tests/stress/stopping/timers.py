# Timers that start timers, and some that are cancelled.
import threading


def ring(depth):
    other = threading.Timer(100, print, args=("never",))
    other.start()
    threading.Timer(0.001, ring, args=(depth + 1,)).start()
    if depth % 3:
        other.cancel()
        other.join()


ring(0)
