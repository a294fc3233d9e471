"""Threads ask for collections while others make garbage."""
import gc
import threading
import weakref


class Node:
    def __init__(self, other=None):
        self.other = other


def make(n):
    kept = [Node() for _ in range(20)]
    references = [weakref.ref(node) for node in kept]
    for i in range(30):
        a = Node()
        a.other = Node(a)
        if i % 10 == 0:
            gc.collect()
    results.append(all(r() is node for r, node in zip(references, kept)))


results = []
threads = [threading.Thread(target=make, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
