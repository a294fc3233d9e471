"""Four threads ask for what is made at the first need: how often is it made?"""
from threading import Thread
import time

made = 0
instance = None


def get():
    global instance, made
    if instance is None:
        made += 1
        time.sleep(0)
        instance = object()
    return instance


threads = [Thread(target=get) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(made)
