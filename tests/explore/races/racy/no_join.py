"""Read before the thread that writes has ended."""
import threading

x = 0


def write():
    global x
    x = 1  # race


thread = threading.Thread(target=write)
thread.start()
seen = x  # race
thread.join()

