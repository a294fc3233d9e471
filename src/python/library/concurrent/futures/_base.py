"""Future, the result of a call that may not have been made yet, and Executor, who makes such calls."""
from threading import Condition, Lock
from time import monotonic
from types import GenericAlias

from _threading import serve_as

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# The states of a future, changed with its lock held. A cancelled one is settled, for those who wait for
# several, only when the executor has come upon it.
PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_CANCELLED = (CANCELLED, CANCELLED_AND_NOTIFIED)
_DONE = (FINISHED, CANCELLED, CANCELLED_AND_NOTIFIED)
SETTLED = (FINISHED, CANCELLED_AND_NOTIFIED)


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


TimeoutError = TimeoutError


def log():
    """The logger of what nobody would hear of otherwise."""
    from logging import getLogger

    return getLogger("concurrent.futures")


class Future:
    """The result of a call, or the exception it has raised, once there is one."""

    def __init__(self):
        self._lock = Lock()
        self._condition = Condition(self._lock)  # of being done
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []  # queues into which it puts itself when it is settled
        self._done_callbacks = []

    def __repr__(self):
        state = self._state
        shown = "cancelled" if state in _CANCELLED else state.lower()
        if state == FINISHED and self._exception:
            shown += f" raised {type(self._exception).__name__}"
        elif state == FINISHED:
            shown += f" returned {type(self._result).__name__}"
        return f"<{type(self).__name__} at {id(self):#x} state={shown}>"

    # ---- for whoever wants the result ----

    def cancel(self):
        """Prevents the call, if it has not begun; was it prevented?"""
        if self._state == FINISHED:
            return False
        with self._lock:
            if self._state in _CANCELLED:
                return True
            if self._state != PENDING:
                return False
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state in _CANCELLED

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in _DONE

    def result(self, timeout=None):
        self._await(timeout)
        if self._exception:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._await(timeout)
        return self._exception

    def _await(self, timeout):
        if self._state != FINISHED:
            with self._lock:
                if self._state not in _DONE:
                    serve_as(self._condition._notifier, "waiting-for-result")
                    self._condition.wait(timeout)
                if self._state in _CANCELLED:
                    raise CancelledError
                if self._state != FINISHED:
                    raise TimeoutError

    def add_done_callback(self, fn):
        """Has fn(future) called when it is done; now, if it is."""
        with self._lock:
            if self._state not in _DONE:
                self._done_callbacks.append(fn)
                return
        self._invoke(fn)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke(callback)

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception:
            log().exception("exception calling callback for %r", self)

    # ---- for the executor ----

    def set_running_or_notify_cancel(self):
        """The call is about to be made. False: it was cancelled."""
        with self._lock:
            if self._state == PENDING:
                self._state = RUNNING
                return True
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell_waiters()
                return False
        log().critical("Future %s in unexpected state: %s", id(self), self._state)
        raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._lock:
            if self._state in _DONE:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            if self._waiters:
                self._tell_waiters()
            self._condition.notify_all()
        if self._done_callbacks:
            self._invoke_callbacks()

    def _tell_waiters(self):
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            waiter.put(self)

    __class_getitem__ = classmethod(GenericAlias)


class Executor:
    """Who makes calls, in whatever thread and order it thinks fit."""

    def submit(self, fn, /, *args, **kwargs):
        """Has fn(*args, **kwargs) called; the future of its result."""
        raise NotImplementedError

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of fn for the items of the iterables, in their order, as they come.

        All calls are submitted at once. chunksize is for executors that send calls in parcels.
        """
        end = None if timeout is None else timeout + monotonic()
        futures = [self.submit(fn, *arguments) for arguments in zip(*iterables)]
        return _results(futures, end)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more calls; waits for those it has."""

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.shutdown(wait=True)
        return False


def _results(futures, end):
    """The results of futures, in their order. Who stops asking for more cancels the rest."""
    futures.reverse()
    try:
        while futures:
            future = futures.pop()
            try:
                result = future.result(None if end is None else end - monotonic())
            finally:
                future.cancel()  # had its time run out, it is of no use any more
            yield result
    finally:
        for future in futures:
            future.cancel()
