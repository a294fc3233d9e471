"""The module queue: queues by which threads hand each other work.

A queue is a container, a lock, and three conditions over that lock: for those who want to get, those
who want to put, and those who wait until all is done. Each method says what it does under the lock.
Most puts and gets need not wait, and of a queue whose container is its own these are done by native
code in one step (_express, modules/queue_module.cpp); it touches the same lock, conditions and items.
"""
from _queue import Empty, SimpleQueue
from collections import deque
from heapq import heappop, heappush
from threading import Condition, Lock
from time import monotonic
from types import GenericAlias

from _threading import Express, serve_as

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


_PySimpleQueue = SimpleQueue


class Full(Exception):
    pass


class ShutDown(Exception):
    pass


class Queue:
    """Gives first what was put first. A maxsize of 0 or less is no limit."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = Lock()
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)
        serve_as(self.all_tasks_done._notifier, "waiting-for-queue")
        self.is_shutdown = False
        self._express = Express(self.mutex, self.not_empty._notifier, self.not_full._notifier)
        self._is_plain = _is_plain(type(self))

    @property
    def unfinished_tasks(self):
        return self._express.unfinished()

    @unfinished_tasks.setter
    def unfinished_tasks(self, number):
        self._express.set_unfinished(number)

    def put(self, item, block=True, timeout=None):
        if timeout is None and self._is_plain and self._express.put(self.queue, item, self.maxsize):
            return
        with self.not_full:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0 and not self._wait(self.not_full, self._may_put, block, timeout):
                raise Full
            if self.is_shutdown:
                raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        if timeout is None and self._is_plain:
            express = self._express
            item = express.get(self.queue)
            if item is not express:
                return item
        with self.not_empty:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            if not self._wait(self.not_empty, self._may_get, block, timeout):
                raise Empty
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def _may_put(self):
        return self._qsize() < self.maxsize or self.is_shutdown

    def _may_get(self):
        return self._qsize() or self.is_shutdown

    def _wait(self, condition, predicate, block, timeout):
        """Is the predicate true, or has it become so in time?"""
        if not block:
            return predicate()
        if timeout is None:
            while not predicate():
                condition.wait()
            return True
        if timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = monotonic() + timeout
        while not predicate():
            remaining = end - monotonic()
            if remaining <= 0:
                return False
            condition.wait(remaining)
        return True

    def task_done(self):
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError("task_done() called too many times")
            if unfinished == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        """Waits until task_done() was called for everything that was put."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def shutdown(self, immediate=False):
        """Ends it: put() raises ShutDown, and get() once there is nothing left, which `immediate` sees to."""
        with self.mutex:
            self.is_shutdown = True
            self._express.close()
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    # What a subclass with another container overrides. The lock is held.

    def _init(self, maxsize):
        self.queue = deque()

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _qsize(self):
        return len(self.queue)

    __class_getitem__ = classmethod(GenericAlias)


class LifoQueue(Queue):
    """Gives first what was put last."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()

    def _put(self, item):
        self.queue.append(item)

    def _qsize(self):
        return len(self.queue)


class PriorityQueue(Queue):
    """Gives the least first. Items are often tuples (priority, data)."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return heappop(self.queue)

    def _put(self, item):
        heappush(self.queue, item)

    def _qsize(self):
        return len(self.queue)


def _is_plain(cls):
    """Does a class keep its items as Queue or LifoQueue does?"""
    steps = (cls._init, cls._qsize, cls._put, cls._get)
    return any(steps == (plain._init, plain._qsize, plain._put, plain._get) for plain in (Queue, LifoQueue))
