"""counter += int(1) in four threads for a while: are updates lost?"""
from threading import Thread

counter = 0


def add():
    global counter
    for _ in range(150_000):
        counter += int(1)


threads = [Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("none lost" if counter == 600_000 else "some lost")
