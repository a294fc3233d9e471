"""Variables of a function are of one call."""
import threading


def work():
    x = 0
    for _ in range(2):
        x += 1
    return x


threads = [threading.Thread(target=target) for target in (work, work,)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
