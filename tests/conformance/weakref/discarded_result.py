"""What a statement throws away keeps nothing alive, nor does a generator that has ended."""
import gc
import weakref


class Node:
    pass


nodes = [Node(), Node()]
r = weakref.ref(nodes[1])
nodes.pop()
gc.collect()
print(r())
table = {1: Node()}
r = weakref.ref(table[1])
table.pop(1)
gc.collect()
print(r())


def generate():
    node = Node()
    yield weakref.ref(node)
    yield node.missing


g = generate()
r = next(g)
g.close()
gc.collect()
print(r())
try:
    node = Node()
    r = weakref.ref(node)
    raise ValueError(node)
except ValueError:
    pass
del node
gc.collect()
print(r())
