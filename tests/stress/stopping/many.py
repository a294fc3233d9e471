# Threads come and go, some of them made by threads.
import threading


def branch(depth):
    if depth:
        children = [threading.Thread(target=branch, args=(depth - 1,)) for _ in range(2)]
        for child in children:
            child.start()
        for child in children:
            child.join()


while True:
    branch(3)
