"""More orders than anybody waits for; a fault takes one switch that nothing forces."""
import threading

counters = [0] * 6


def add():
    for i in range(6):
        counters[i] += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counters == [4] * 6
