"""Event: a flag that threads wait for."""
import threading
import time

event = threading.Event()
print(repr(event), event.is_set(), event.wait(0), event.wait(0.01), event.wait(timeout=-1))
results = []
threads = [threading.Thread(target=lambda: results.append(event.wait())) for _ in range(4)]
for thread in threads:
    thread.start()
print(results)
while len(results) < 4:  # whoever waits then gets through, cleared or not
    event.set()
    event.clear()
for thread in threads:
    thread.join()
print(results, event.is_set())
event.set()
event.set()
print(repr(event), event.is_set(), event.wait(), event.wait(0))
event.clear()
print(event.is_set())
try:
    event.wait("x")
except TypeError as error:
    print("TypeError")


class Mine(threading.Event):
    def set(self):
        print("sets")
        super().set()


mine = Mine()
threading.Timer(0.01, mine.set).start()
print(mine.wait(), mine.is_set())
