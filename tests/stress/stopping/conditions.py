# A buffer between makers and takers.
import threading

condition = threading.Condition()
buffer = []


def make():
    for item in range(10**9):
        with condition:
            while len(buffer) >= 3:
                condition.wait()
            buffer.append(item)
            condition.notify_all()


def take():
    while True:
        with condition:
            condition.wait_for(lambda: buffer, timeout=0.01)
            if buffer:
                buffer.pop()
                condition.notify()


threads = [threading.Thread(target=function, daemon=True) for function in (make, make, take, take)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
