"""counter += 1 in two threads: are updates lost?"""
from threading import Thread

counter = 0


def add():
    global counter
    for _ in range(100_000):
        counter += 1


threads = [Thread(target=add) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("none lost" if counter == 200_000 else "some lost")
