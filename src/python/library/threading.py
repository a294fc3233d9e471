"""The module threading: Thread and its relatives, bound to the C++ thread runtime.

Numbers of threads, who is alive, who waits for whom and every error of these are the runtime's
(src/runtime); here is what Python sees of it. What threads wait for is in _threading_primitives.
"""
import sys
from functools import partial
from itertools import count

from _thread import (
    TIMEOUT_MAX, RLock as _CRLock, _ExceptHookArgs as ExceptHookArgs, _excepthook as excepthook, _local as local,
    allocate_lock, get_ident, get_native_id, stack_size,
)
from _threading import current, end_main, join_others, live, main_handle, new_handle, tell_of_exception
from _threading_primitives import (
    Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Semaphore, _deprecated, _RLock,
)

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
    "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
    "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "gettrace",
    "getprofile", "setprofile_all_threads", "settrace_all_threads", "get_native_id",
]

Lock = type(allocate_lock())
ThreadError = RuntimeError
_PyRLock = _RLock
__excepthook__ = excepthook
_counter = count(1).__next__


def RLock(*args, **kwargs):
    """A new lock that the thread which holds it may acquire again. Arguments mean nothing, and never did."""
    return _CRLock()


def _newname(name_template):
    return name_template % _counter()


# ---- trace and profile functions ---------------------------------------------------------------

_trace_hook = None
_profile_hook = None


def settrace(func):
    """What sys.settrace() is called with in every thread that is started from now on."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    return _trace_hook


def settrace_all_threads(func):
    """The same, and in those that run already."""
    settrace(func)
    sys._settraceallthreads(func)


def setprofile(func):
    """What sys.setprofile() is called with in every thread that is started from now on."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    return _profile_hook


def setprofile_all_threads(func):
    setprofile(func)
    sys._setprofileallthreads(func)


# ---- Thread ------------------------------------------------------------------------------------


class Thread:
    """A task that runs in a thread of control of its own."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if kwargs is None:
            kwargs = {}
        if excepthook is None:
            raise RuntimeError("threading.excepthook is None")
        if sys.excepthook is None:
            raise RuntimeError("sys.excepthook is None")
        if name:
            name = str(name)
        else:
            name = _newname("Thread-%d")
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._args = args
        self._kwargs = kwargs
        self._stderr = sys.stderr
        self._handle = new_handle(self, name, daemon if daemon is None else bool(daemon))

    def __repr__(self):
        handle = self._checked("Thread.__init__() was not called")
        status = "initial"
        if handle.ident() is not None:
            status = "started" if self.is_alive() else "stopped"
        if handle.daemon():
            status += " daemon"
        if handle.ident() is not None:
            status += f" {handle.ident()}"
        return f"<{type(self).__name__}({self.name}, {status})>"

    def _checked(self, complaint="Thread.__init__() not called"):
        handle = self.__dict__.get("_handle")
        assert handle is not None, complaint
        return handle

    def _initialized_handle(self, complaint="Thread.__init__() not called"):
        handle = self.__dict__.get("_handle")
        if handle is None:
            raise RuntimeError(complaint)
        return handle

    def start(self):
        self._initialized_handle("thread.__init__() not called").start(self._bootstrap)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # What the target kept alive need not outlive it.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._bootstrap_inner()

    def _bootstrap_inner(self):
        try:
            if _trace_hook is not None:
                sys.settrace(_trace_hook)
            if _profile_hook is not None:
                sys.setprofile(_profile_hook)
            self.run()
        except BaseException as error:
            self._invoke_excepthook(error)

    def _invoke_excepthook(self, error):
        tell_of_exception(error)
        try:
            hook = excepthook or __excepthook__
            hook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        except Exception as failure:
            failure.__suppress_context__ = True
            stderr = sys.stderr or self._stderr
            print("Exception in threading.excepthook:", file=stderr, flush=True)
            hook = sys.excepthook or sys.__excepthook__
            hook(type(failure), failure, failure.__traceback__)

    def join(self, timeout=None):
        handle = self._initialized_handle()
        handle.join(timeout if timeout is None else max(timeout, 0))

    def is_alive(self):
        return self._checked().is_alive()

    @property
    def name(self):
        return self._checked().name()

    @name.setter
    def name(self, name):
        self._checked().set_name(str(name))

    @property
    def ident(self):
        return self._checked().ident()

    @property
    def native_id(self):
        return self._checked().native_id()

    @property
    def daemon(self):
        return self._checked().daemon()

    @daemon.setter
    def daemon(self, daemonic):
        self._initialized_handle().set_daemon(daemonic)

    def isDaemon(self):
        _deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        _deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        _deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name


class Timer(Thread):
    """A thread that waits and then calls a function, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.finished = Event()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()

    def cancel(self):
        self.finished.set()


class _AdoptedThread(Thread):
    """A thread that runs already: what it does is not for run() to say."""

    def __init__(self, handle):
        self._target, self._args, self._kwargs = None, (), {}
        self._stderr = sys.stderr
        self._handle = handle
        handle.set_object(self)


class _MainThread(_AdoptedThread):
    def __init__(self):
        super().__init__(main_handle())


class _DummyThread(_AdoptedThread):
    """A thread that was not started by threading."""

    def __init__(self):
        handle = current()
        handle.set_name(_newname("Dummy-%d"))
        super().__init__(handle)

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


_main_thread = _MainThread()


# ---- which threads there are -------------------------------------------------------------------


def current_thread():
    """The calling thread's Thread."""
    return current().object() or _DummyThread()


def main_thread():
    return _main_thread


def enumerate():
    """The threads that are alive, in the order they were started."""
    return [thread for handle in live() if (thread := handle.object()) is not None]


def active_count():
    return len(enumerate())


def _active_threads():
    return {thread.ident: thread for thread in enumerate()}


def __dir__():
    return [*vars(sys.modules[__name__]), "_active"]


def __getattr__(name):
    if name == "_active":
        return _active_threads()
    raise AttributeError(f"module 'threading' has no attribute {name!r}")


def currentThread():
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def activeCount():
    _deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


# ---- the end of the program --------------------------------------------------------------------

_exit_calls = []
_is_shutting_down = False


def _register_atexit(func, *arg, **kwargs):
    """Has a function called when the main thread has ended, before the other threads are waited for."""
    if _is_shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _exit_calls.append(partial(func, *arg, **kwargs))


def _shutdown():
    """The main thread has ended: waits for all threads that are no daemons."""
    global _is_shutting_down
    if not end_main():
        return
    _is_shutting_down = True
    for call in reversed(_exit_calls):
        call()
    join_others()
    me = get_ident()
    while others := [handle for handle in live() if handle.ident() != me and not handle.daemon() and handle.is_alive()]:
        for handle in others:
            handle.join(None)
