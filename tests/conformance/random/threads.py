"""Threads share the module's generator: every number is used once."""
import random
import threading
random.seed(99)
expected = [random.random() for _ in range(4000)]
random.seed(99)
drawn = []


def draw():
    for _ in range(1000):
        drawn.append(random.random())


threads = [threading.Thread(target=draw) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(drawn) == sorted(expected))
