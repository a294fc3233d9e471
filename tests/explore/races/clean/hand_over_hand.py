"""A lock released by another than the one who took it."""
import threading

x = 0
turn = threading.Lock()
turn.acquire()


def first():
    global x
    x = 1
    turn.release()


def second():
    global x
    turn.acquire()
    x += 1


threads = [threading.Thread(target=target) for target in (first, second,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
