"""Two threads wait for each other's condition for ever, or are told that they must not notify without the lock.

A condition whose lock is a plain one only sees whether anybody has that. So there is one more order there, in which
the other thread has it just then and nothing is said: by Python's threads alone, not by those of C.
"""
import sys
import threading

m = threading.Lock() if sys.argv[1:] == ["plain"] else threading.RLock()
empty, full = threading.Condition(m), threading.Condition(m)
num = 1


def produce():
    global num
    with m:
        while num > 0:
            empty.wait()
        num += 1
    full.notify()


def consume():
    global num
    with m:
        while num == 0:
            full.wait()
        num -= 1
    empty.notify()


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
