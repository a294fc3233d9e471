"""A queue keeps what lies in it alive, and nothing that has left it."""
import gc
import queue
import weakref


class Item:
    pass


for make in (queue.Queue, queue.LifoQueue, queue.SimpleQueue):
    q = make()
    references = []
    for _ in range(3):
        item = Item()
        references.append(weakref.ref(item))
        q.put(item)
    del item
    gc.collect()
    print([reference() is not None for reference in references])
    q.get()
    gc.collect()
    print([reference() is not None for reference in references])
    del q
    gc.collect()
    print([reference() is not None for reference in references])
