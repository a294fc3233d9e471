"""Written before the one who reads is started."""
import threading

x = 0


def read():
    return x + 1


x = 1
thread = threading.Thread(target=read)
thread.start()
thread.join()

