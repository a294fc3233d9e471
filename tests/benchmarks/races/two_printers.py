"""Two threads append three words each, giving way between: in which order?"""
from threading import Thread
import time

words = []


def say(name):
    for i in range(3):
        words.append(name + str(i))
        time.sleep(0)


threads = [Thread(target=say, args=(name,)) for name in "ab"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(*words)
