"""The module _thread: threads, locks and thread-local values without threading's comfort.

A thread started here has no threading.Thread until it asks for one, and nobody waits for it: the
program ends without it.
"""
from _engine import lookup
from _library import call_unraisable
from _threading import RLock, allocate_lock, get_ident, get_native_id, interrupt_main, stack_size
from _threading import LocalValues as _LocalValues
from _threading import begin_local as _begin_local
from _threading import forget_local as _forget_local
from _threading import live_count as _live_count
from _threading import local_values as _local_values
from _threading import new_handle as _new_handle

TIMEOUT_MAX = 9223372036.0
LockType = lock = type(allocate_lock())
allocate = allocate_lock
error = RuntimeError


def start_new_thread(function, args, kwargs={}, /):
    """Starts a thread that calls function(*args, **kwargs); its number."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")

    handle = _new_handle(None, getattr(function, "__name__", "thread"), True)
    handle.start(_bootstrap(function, args, kwargs))
    return handle.ident()


def _bootstrap(function, args, kwargs):
    """What such a thread does."""

    def run():
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass

    def bootstrap():
        call_unraisable(run, function, "Exception ignored in thread started by")

    return bootstrap


start_new = start_new_thread


class _ThreadHandle:
    """A thread without comfort that can be joined."""

    __slots__ = ("_handle", "_is_done")

    def __new__(cls, /):
        self = object.__new__(cls)
        self._handle = None
        self._is_done = False
        return self

    def __init_subclass__(cls):
        raise TypeError("type '_thread._ThreadHandle' is not an acceptable base type")

    def __repr__(self):
        return f"<_ThreadHandle object: ident={self.ident}>"

    @property
    def ident(self):
        return 0 if self._handle is None else self._handle.ident()

    def is_done(self):
        return self._is_done or self._handle is not None and not self._handle.is_alive()

    def _set_done(self):
        if self._handle is None:
            raise RuntimeError("thread not started")
        self._is_done = True

    def join(self, timeout=None, /):
        if self._handle is None:
            raise RuntimeError("thread not started")
        if self._handle.ident() == get_ident() and self._handle.is_alive():
            raise RuntimeError("Cannot join current thread")
        self._handle.join(timeout)


def start_joinable_thread(function, handle=None, daemon=True):
    """Starts a thread that calls function(), and that can be joined by its handle."""
    if not callable(function):
        raise TypeError("thread function must be callable")
    if handle is None:
        handle = _ThreadHandle()
    elif not isinstance(handle, _ThreadHandle):
        raise TypeError("'handle' must be a _ThreadHandle")
    if handle._handle is not None:
        raise RuntimeError("thread already started")
    started = _new_handle(None, getattr(function, "__name__", "thread"), bool(daemon))
    handle._handle = started
    try:
        started.start(_bootstrap(function, (), {}))
    except BaseException:
        handle._handle = None
        raise
    return handle


def exit():
    """Ends the calling thread, silently."""
    raise SystemExit


exit_thread = exit


def daemon_threads_allowed():
    return True


def _count():
    """How many threads there are beside the main one."""
    return _live_count() - 1


# ---- excepthook --------------------------------------------------------------------------------


class _ExceptHookArgs(tuple):
    """What an excepthook gets: the exception that left run(), and the thread."""

    n_fields = n_sequence_fields = 4
    n_unnamed_fields = 0
    __match_args__ = ("exc_type", "exc_value", "exc_traceback", "thread")

    def __new__(cls, sequence, /):
        try:
            self = super().__new__(cls, sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if len(self) != 4:
            raise TypeError(f"_thread._ExceptHookArgs() takes a 4-sequence ({len(self)}-sequence given)")
        return self

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return (f"_thread._ExceptHookArgs(exc_type={self[0]!r}, exc_value={self[1]!r}, "
                f"exc_traceback={self[2]!r}, thread={self[3]!r})")


def _excepthook(args, /):
    """Reports an exception that has left a thread's run(), other than SystemExit, on stderr."""
    import sys
    from traceback import format_uncaught

    if not isinstance(args, _ExceptHookArgs):
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    if args.exc_type is SystemExit:
        return
    stderr = sys.stderr
    if stderr is None:
        # The thread has kept what it was when it was made.
        stderr = None if args.thread is None else args.thread._stderr
        if stderr is None:
            return
    name = get_ident() if args.thread is None else args.thread.name
    error = args.exc_type() if args.exc_value is None else args.exc_value
    stderr.write(f"Exception in thread {name}:\n{''.join(format_uncaught(error, args.exc_traceback))}")
    stderr.flush()


# ---- local -------------------------------------------------------------------------------------

_missing = object()


class _local:
    """An object whose attributes every thread has for itself."""

    __slots__ = ("_values", "_arguments", "__weakref__")  # native code finds the first

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        _set_values(self, _LocalValues())
        _set_arguments(self, (args, kwargs))
        _begin_local(self)
        return self

    def __getattribute__(self, name):
        values = _local_values(self)
        if values is None:
            values = _enter(self)
        value = values.get(name, _missing)
        if value is not _missing:
            return value
        if name == "__dict__":
            return values
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            if type(self) is _local:
                raise _no_attribute(self, name) from None
            raise

    def __setattr__(self, name, value):
        values = _local_values(self)
        if values is None:
            values = _enter(self)
        if name == "__dict__":
            raise _read_only(self)
        if _has_own_way(self, name, "__set__"):
            object.__setattr__(self, name, value)
        else:
            values[name] = value

    def __delattr__(self, name):
        values = _local_values(self)
        if values is None:
            values = _enter(self)
        if name == "__dict__":
            raise _read_only(self)
        if _has_own_way(self, name, "__delete__"):
            object.__delattr__(self, name)
        elif name in values:
            del values[name]
        else:
            raise _no_attribute(self, name)

    def __dir__(self):
        return [*dir(type(self)), *self.__dict__]

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread._local' object")


def _enter(local):
    """The calling thread uses `local` for the first time: __init__ is called for it as well."""
    values = _begin_local(local)
    init = type(local).__init__
    if init is not object.__init__:
        args, kwargs = _arguments_of(local)
        try:
            init(local, *args, **kwargs)
        except BaseException:
            _forget_local(local)
            raise
    return values


def _has_own_way(local, name, method):
    """Does the class say itself what becomes of that attribute: by a property, or a slot?"""
    attribute = lookup(type(local), name)
    return attribute is not None and lookup(type(attribute), method) is not None


def _shown_class(local):
    return "_thread._local" if type(local) is _local else type(local).__name__


def _no_attribute(local, name):
    return AttributeError(f"'{_shown_class(local)}' object has no attribute '{name}'", name=name, obj=local)


def _read_only(local):
    return AttributeError(f"'{_shown_class(local)}' object attribute '__dict__' is read-only")


_set_values, _set_arguments, _arguments_of = _local._values.__set__, _local._arguments.__set__, _local._arguments.__get__
del _local._arguments, _local._values
