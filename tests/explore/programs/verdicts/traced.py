"""Traced by the program itself, with a lost update."""
import sys
import threading

counter = 0


def trace(frame, event, argument):
    return trace


def add():
    global counter
    value = counter
    counter = value + 1


threading.settrace(trace)
sys.settrace(trace)
threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
sys.settrace(None)
print(counter)
