"""The module sched: calls that are made at given times, one after the other, by whoever runs the scheduler."""
import time
from collections import namedtuple
from heapq import heapify, heappop, heappush
from itertools import count
from threading import RLock

__all__ = ["scheduler"]

Event = namedtuple("Event", "time, priority, sequence, action, argument, kwargs", module=__name__)
# Of those at the same time the one with the lowest number comes first, then the one that was entered first.


class scheduler:
    """Events, the next one first, and the two functions that know of time."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []  # a heap
        self._lock = RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._sequence = count()

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        """Has action(*argument, **kwargs) called at that time; what cancel() needs to know."""
        kwargs = {} if kwargs is None else kwargs
        with self._lock:
            event = Event(time, priority, next(self._sequence), action, argument, kwargs)
            heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        """The same, so much later than now."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Removes an event. ValueError if it is not there."""
        with self._lock:
            self._queue.remove(event)
            heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Makes the calls, waiting in between, until no event is left.

        Not blocking: makes those that are due; how long it is until the next.
        """
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                now = self.timefunc()
                is_due = not event.time > now
                if is_due:
                    heappop(self._queue)
            if is_due:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)  # other threads may go on
            elif blocking:
                self.delayfunc(event.time - now)
            else:
                return event.time - now

    @property
    def queue(self):
        """The events, in the order of their times."""
        with self._lock:
            return sorted(self._queue)
