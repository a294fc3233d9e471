"""Two threads add to a counter, each in two steps."""
import threading

counter = 0


def add():
    global counter
    value = counter
    counter = value + 1


threads = [threading.Thread(target=add, name=name) for name in ("Ann", "Bob")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
