"""The module threading: Thread and its relatives, bound to the C++ thread runtime.

Numbers and names of threads, who is alive, who waits for whom and every error
of these are the runtime's (src/runtime); here is what Python sees of it.
"""
import sys
import traceback

from _threading import allocate_lock, current, live, main_handle, new_handle

__all__ = [
    "Lock", "RLock", "Thread", "ThreadError", "TIMEOUT_MAX", "active_count", "current_thread", "enumerate",
    "excepthook", "get_ident", "get_native_id", "main_thread",
]

Lock = type(allocate_lock())
ThreadError = RuntimeError
TIMEOUT_MAX = 9223372036.0


class RLock:
    """A lock that the thread which holds it may acquire again."""

    def __init__(self):
        self._block = allocate_lock()
        self._owner = 0
        self._count = 0

    def __repr__(self):
        state = "locked" if self._block.locked() else "unlocked"
        return (f"<{state} _thread.RLock object owner={self._owner} count={self._count} "
                f"at {id(self):#x}>")

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        # Only the owner's own thread can see its number here, so nothing can come between.
        if self._owner == me:
            self._count += 1
            return True
        acquired = self._block.acquire(blocking, timeout)
        if acquired:
            self._owner = me
            self._count = 1
        return acquired

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = 0
            self._block.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    def _is_owned(self):
        return self._owner == get_ident()


RLock.__module__ = "_thread"


class Thread:
    """A task that runs in a thread of control of its own."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if kwargs is None:
            kwargs = {}
        target_name = ""
        if name is not None:
            name = str(name)
        elif target is not None:
            target_name = getattr(target, "__name__", "")
        if daemon is not None:
            daemon = bool(daemon)
        self._target = target
        self._args = args
        self._kwargs = kwargs
        self._handle = new_handle(self, name, target_name, daemon)

    def __repr__(self):
        handle = self._checked("Thread.__init__() was not called")
        status = "initial"
        if handle.ident() is not None:
            status = "started" if handle.is_alive() else "stopped"
        if handle.daemon():
            status += " daemon"
        if handle.ident() is not None:
            status += f" {handle.ident()}"
        return f"<{type(self).__name__}({self.name}, {status})>"

    def _checked(self, complaint):
        handle = self.__dict__.get("_handle")
        assert handle is not None, complaint
        return handle

    def start(self):
        handle = self.__dict__.get("_handle")
        if handle is None:
            raise RuntimeError("thread.__init__() not called")
        handle.start(self._bootstrap)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # What the target kept alive need not outlive it.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        try:
            self.run()
        except BaseException as error:
            _report(error, self)

    def join(self, timeout=None):
        handle = self.__dict__.get("_handle")
        if handle is None:
            raise RuntimeError("Thread.__init__() not called")
        handle.join(timeout if timeout is None else max(timeout, 0))

    def is_alive(self):
        return self._checked("Thread.__init__() not called").is_alive()

    @property
    def name(self):
        return self._checked("Thread.__init__() not called").name()

    @name.setter
    def name(self, name):
        self._checked("Thread.__init__() not called").set_name(str(name))

    @property
    def ident(self):
        return self._checked("Thread.__init__() not called").ident()

    @property
    def native_id(self):
        return self._checked("Thread.__init__() not called").native_id()

    @property
    def daemon(self):
        return self._checked("Thread.__init__() not called").daemon()

    @daemon.setter
    def daemon(self, daemonic):
        handle = self.__dict__.get("_handle")
        if handle is None:
            raise RuntimeError("Thread.__init__() not called")
        handle.set_daemon(daemonic)


class _MainThread(Thread):
    def __init__(self, handle):
        self._handle = handle
        handle.set_object(self)


class ExceptHookArgs(tuple):
    """What excepthook gets: the exception that left run(), and the thread."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    text = "".join(traceback.format_uncaught(args.exc_value))
    sys.stderr.write(f"Exception in thread {name}:\n{text}")
    sys.stderr.flush()


__excepthook__ = excepthook


def _report(error, thread):
    excepthook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))


def current_thread():
    return current().object()


def main_thread():
    return _main


def enumerate():
    return [handle.object() for handle in live()]


def active_count():
    return len(live())


def get_ident():
    return current().ident()


def get_native_id():
    return current().native_id()


_main = _MainThread(main_handle())
