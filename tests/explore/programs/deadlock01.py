"""Two locks, taken in two orders, and a counter inside."""
import threading

a, b = threading.Lock(), threading.Lock()
counter = 1


def first():
    global counter
    a.acquire()
    b.acquire()
    counter += 1
    b.release()
    a.release()


def second():
    global counter
    b.acquire()
    a.acquire()
    counter -= 1
    a.release()
    b.release()


threads = [threading.Thread(target=first), threading.Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
