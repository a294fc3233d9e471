# Rings, weak references and finalizers, while other threads allocate.
import gc
import threading
import weakref

called = []


class Node:
    def __init__(self):
        self.ring = self
        self.weight = bytearray(1000)


def work():
    for turn in range(10**9):
        nodes = [Node() for _ in range(50)]
        weakref.ref(nodes[0], called.append)
        weakref.finalize(nodes[1], called.clear)
        if turn % 100 == 0:
            gc.collect()


for _ in range(3):
    threading.Thread(target=work).start()
