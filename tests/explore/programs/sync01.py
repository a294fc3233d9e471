"""Two threads wait for each other's condition for ever."""
import threading

m = threading.RLock()
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
