"""The module _queue: SimpleQueue, and the exception of a queue that has nothing to give."""
from _threading import Permits, serve_as
from collections import deque
from types import GenericAlias


class Empty(Exception):
    pass


class SimpleQueue:
    """A queue without limit, tasks or shutdown: items, and as many permits to take one of them."""

    __slots__ = ("_items", "_permits")

    def __new__(cls, /, *args, **kwargs):
        if cls is SimpleQueue and (args or kwargs):
            raise TypeError(f"SimpleQueue() takes no {'positional' if args else 'keyword'} arguments")
        self = object.__new__(cls)
        self._items = deque()
        self._permits = Permits(0, False)
        serve_as(self._permits, "waiting-for-queue")
        return self

    def __init__(self, /, *args, **kwargs):
        pass

    def put(self, item, block=True, timeout=None):
        # block and timeout are there for whoever is used to Queue: this never waits.
        self._items.append(item)
        self._permits.release(1)

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        if not block:
            timeout = None
        elif timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._permits.acquire(block, timeout):
            raise Empty
        return self._items.popleft()

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)

    __class_getitem__ = classmethod(GenericAlias)
