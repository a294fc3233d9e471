"""Read when the one who wrote has ended."""
import threading

x = 0


def write():
    global x
    x = 1


thread = threading.Thread(target=write)
thread.start()
thread.join()
x += 1

