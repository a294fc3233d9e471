"""What threads of threading wait for: Condition, Semaphore, Event, Barrier and their kin.

Waiting, its order and its errors are the runtime's (src/runtime); here is what a program sees of them,
and what it may override.
"""
from _threading import Flag, Gathering, Notifier, Permits, RLock, allocate_lock, get_ident, live
from time import monotonic


class _RLock:
    """A lock that its owner may acquire again, written in Python: one to derive from."""

    def __init__(self):
        self._block = allocate_lock()
        self._owner = None
        self._count = 0

    def __repr__(self):
        owner = next((repr(thread.name()) for thread in live() if thread.ident() == self._owner), self._owner)
        state = "locked" if self._block.locked() else "unlocked"
        return (f"<{state} {type(self).__module__}.{type(self).__qualname__} object "
                f"owner={owner} count={self._count} at {id(self):#x}>")

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        # Only its owner can see its own number here, so nothing can come between.
        if self._owner == me:
            self._count += 1
            return 1
        acquired = self._block.acquire(blocking, timeout)
        if acquired:
            self._owner = me
            self._count = 1
        return acquired

    __enter__ = acquire

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, type, value, traceback):
        self.release()

    def locked(self):
        return self._block.locked()

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        state = (self._count, self._owner)
        self._count = 0
        self._owner = None
        self._block.release()
        return state

    def _is_owned(self):
        return self._owner == get_ident()

    def _recursion_count(self):
        return self._count if self._owner == get_ident() else 0


class Condition:
    """A lock, and a queue of threads that wait for something to become true under it."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self._notifier = Notifier(lock)
        self.acquire = lock.acquire
        self.release = lock.release
        # A lock that several acquires deep is one thread's knows how to be given up whole.
        for name in ("_release_save", "_acquire_restore", "_is_owned"):
            method = getattr(lock, name, None)
            if method is not None:
                setattr(self, name, method)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exception):
        return self._lock.__exit__(*exception)

    def __repr__(self):
        return f"<Condition({self._lock}, {self._notifier.waiting()})>"

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        # All that can be told of a lock that says no more: somebody holds it.
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        notifier = self._notifier
        if notifier.waits_natively():
            return notifier.wait(timeout)
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        notice = notifier.notice()
        state = self._release_save()
        try:
            return notice.wait(timeout)
        finally:
            self._acquire_restore(state)
            notice.leave()

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            if timeout is not None:
                if end is None:
                    end = monotonic() + timeout
                else:
                    timeout = end - monotonic()
                    if timeout <= 0:
                        break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        notifier = self._notifier
        if not notifier.waits_natively() and not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        notifier.notify(n)

    def notify_all(self):
        self.notify(self._notifier.waiting())

    def notifyAll(self):
        _deprecated("notifyAll() is deprecated, use notify_all() instead")
        self.notify_all()


class Semaphore:
    """A number of permits: acquire() takes one and waits while there is none, release() gives some back."""

    _bounded = False

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._permits = Permits(value, self._bounded)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: value={self._value}>"

    @property
    def _value(self):
        return self._permits.value()

    def acquire(self, blocking=True, timeout=None):
        return self._permits.acquire(blocking, timeout)

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._permits.release(n)

    def __exit__(self, type, value, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that does not take more permits back than it began with."""

    _bounded = True

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: "
                f"value={self._value}/{self._initial_value}>")

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._permits.release(n)


class Event:
    """A flag that threads wait for."""

    def __init__(self):
        self._state = Flag()

    def __repr__(self):
        status = "set" if self.is_set() else "unset"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {status}>"

    @property
    def _flag(self):
        return self._state.is_set()

    def is_set(self):
        return self._state.is_set()

    def isSet(self):
        _deprecated("isSet() is deprecated, use is_set() instead")
        return self.is_set()

    def set(self):
        self._state.set()

    def clear(self):
        self._state.clear()

    def wait(self, timeout=None):
        return self._state.wait(timeout)


class BrokenBarrierError(RuntimeError):
    """A barrier that will never be complete: somebody's time was over, its action failed, or it was aborted."""


class Barrier:
    """A place where a fixed number of threads wait for each other."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._gathering = Gathering(parties)
        self._parties = parties
        self._action = action
        self._timeout = timeout

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        if self.broken:
            return f"<{name} at {id(self):#x}: broken>"
        return f"<{name} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        party = self._gathering.party()
        number = party.arrive(self._timeout if timeout is None else timeout)
        if number is False:  # the last one acts
            try:
                if self._action is not None:
                    self._action()
            except BaseException:
                party.fail()
                raise
            party.release()
            return party.index()
        if number is None:
            raise BrokenBarrierError
        return number

    def reset(self):
        self._gathering.reset()

    def abort(self):
        self._gathering.abort()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._gathering.waiting()

    @property
    def broken(self):
        return self._gathering.broken()


def _deprecated(message):
    import warnings

    warnings.warn(message, DeprecationWarning)


for _class in (_RLock, Condition, Semaphore, BoundedSemaphore, Event, BrokenBarrierError, Barrier):
    _class.__module__ = "threading"
