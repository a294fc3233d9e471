"""Two threads build up Fibonacci numbers, each from what the other has; a third looks how far they are."""
import sys
import threading

i = j = 1
ROUNDS = int(sys.argv[1])


def first():
    global i
    for _ in range(ROUNDS):
        i += j


def second():
    global j
    for _ in range(ROUNDS):
        j += i


def check():
    if i > 144 or j > 144:
        raise AssertionError


threads = [threading.Thread(target=target) for target in (first, second, check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
