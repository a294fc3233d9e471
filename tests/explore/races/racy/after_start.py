"""Written by the one that starts, but too late."""
import threading

x = 0


def read():
    return x + 1  # race


thread = threading.Thread(target=read)
thread.start()
x = 1  # race
thread.join()

