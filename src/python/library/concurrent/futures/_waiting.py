"""wait() and as_completed(): several futures at once.

Whoever waits makes a queue, and every future puts itself into it when it is settled.
"""
from _queue import Empty, SimpleQueue
from collections import namedtuple
from time import monotonic

from concurrent.futures._base import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, SETTLED, TimeoutError

DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done", module="concurrent.futures._base")


class _Arrivals:
    """Futures, and those of them that have been settled."""

    def __init__(self, futures):
        self.pending = set(futures)
        self._queue = SimpleQueue()
        for future in self.pending:
            with future._condition:
                if future._state in SETTLED:
                    self._queue.put(future)
                else:
                    future._waiters.append(self._queue)

    def batch(self, block=True, timeout=None):
        """Those that have arrived meanwhile; if there is none, waits for one."""
        arrived = []
        try:
            arrived.append(self._queue.get(block, timeout))
            while True:
                arrived.append(self._queue.get(False))
        except Empty:
            self.pending.difference_update(arrived)
            return arrived

    def forget(self):
        """Nobody waits for them any more."""
        for future in self.pending:
            with future._condition:
                if self._queue in future._waiters:
                    future._waiters.remove(self._queue)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for one, for the first that fails, or for all; which are done then, and which are not."""
    end = None if timeout is None else monotonic() + (timeout if timeout > 0 else 0)
    arrivals = _Arrivals(fs)
    done = set()
    arrived = arrivals.batch(block=False)
    try:
        while True:
            done.update(arrived)
            if not arrivals.pending or _is_enough(arrived, return_when):
                break
            if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
                raise ValueError(f"Invalid return condition: {return_when!r}")
            arrived = arrivals.batch(timeout=None if end is None else max(end - monotonic(), 0))
            if not arrived:
                break
    finally:
        arrivals.forget()
    return DoneAndNotDoneFutures(done, arrivals.pending)


def _is_enough(arrived, return_when):
    if return_when == FIRST_COMPLETED:
        return bool(arrived)
    return return_when == FIRST_EXCEPTION and any(future._exception is not None for future in arrived)


def as_completed(fs, timeout=None):
    """The futures, each as soon as it is done; those that are done now come first."""
    end = None if timeout is None else timeout + monotonic()
    arrivals = _Arrivals(fs)
    total = len(arrivals.pending)
    arrived = arrivals.batch(block=False)
    try:
        while True:
            unfinished = len(arrivals.pending)
            arrived.reverse()
            while arrived:  # what has been given away is not kept here
                yield arrived.pop()
            if not unfinished:
                return
            remaining = None if end is None else end - monotonic()
            if remaining is None or remaining >= 0:
                arrived = arrivals.batch(timeout=remaining)
            if not arrived:
                raise TimeoutError(f"{unfinished} (of {total}) futures unfinished")
    finally:
        arrivals.forget()


for _public in (wait, as_completed):
    _public.__module__ = "concurrent.futures._base"
