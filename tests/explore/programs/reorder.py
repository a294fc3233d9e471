"""Setters write a, then b; a checker wants both or none."""
import sys
import threading

a = b = 0


def put():
    global a, b
    a = 1
    b = -1


def check():
    seen_a = a
    seen_b = b
    assert (seen_a, seen_b) in ((0, 0), (1, -1))


threads = [threading.Thread(target=put) for _ in range(int(sys.argv[1]))]
threads.append(threading.Thread(target=check))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
