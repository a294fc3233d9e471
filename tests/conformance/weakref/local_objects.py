"""Objects of functions, threads and loops that have ended."""
import gc
import threading
import weakref


class Node:
    pass


def local():
    node = Node()
    return weakref.ref(node)


r = local()
gc.collect()
print(r())
references = []


def in_thread():
    node = Node()
    references.append(weakref.ref(node))


thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
gc.collect()
print(references[0]())
for node in [Node(), Node()]:
    r = weakref.ref(node)
del node
gc.collect()
print(r())
key = Node()
table = {key: 1}
r = weakref.ref(key)
del key
gc.collect()
print(r() is not None)
table.clear()
gc.collect()
print(r())
kept = Node()
references = [weakref.ref(kept) for _ in range(3)]
print(references[0] is references[2])
kept = None
gc.collect()
print([r() for r in references])
