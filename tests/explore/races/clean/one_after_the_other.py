"""Each is joined before the next is started."""
import threading

x = 0


def add():
    global x
    x += 1


for _ in range(2):
    thread = threading.Thread(target=add)
    thread.start()
    thread.join()

