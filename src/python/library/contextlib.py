"""The module contextlib: context managers from generators, from exits, from nothing."""
import sys
from _update_wrapper import wraps
from abc import ABC, abstractmethod

__all__ = ["AbstractContextManager", "ContextDecorator", "ExitStack", "closing", "contextmanager",
           "nullcontext", "redirect_stderr", "redirect_stdout", "suppress"]


class AbstractContextManager(ABC):
    """What `with` works with. Anything with both methods counts as a subclass."""

    __class_getitem__ = classmethod(type(list[int]))

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is not AbstractContextManager:
            return NotImplemented
        for name in ("__enter__", "__exit__"):
            for base in C.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return NotImplemented
                    break
            else:
                return NotImplemented
        return True


class ContextDecorator:
    """Lets a context manager decorate functions, each call of which then runs inside it."""

    def __call__(self, func):
        @wraps(func)
        def inside(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inside

    def _recreate_cm(self):
        return self


class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
    """What a function decorated with contextmanager answers."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None)

    def _recreate_cm(self):
        # A generator runs once; a decorated function, any number of times.
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            for _ in self.gen:
                break
            else:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            # The generator swallowed the exception, unless it was this one that came out of it.
            return error is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(func):
    """Makes a context manager of a generator function: what is before its yield enters, the rest exits."""

    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


class closing(AbstractContextManager):
    """Closes something at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class _RedirectStream(AbstractContextManager):
    """Has a name of sys mean another stream for a while. What it meant before: a stack, for one inside itself."""

    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._before = []

    def __enter__(self):
        name, target = self._stream, self._new_target
        self._before.append(getattr(sys, name))
        setattr(sys, name, target)
        return target

    def __exit__(self, *excinfo):
        setattr(sys, self._stream, self._before.pop())


class redirect_stderr(_RedirectStream):
    """What the block writes to sys.stderr goes to another stream."""

    _stream = "stderr"


class redirect_stdout(_RedirectStream):
    """What the block prints goes to another stream."""

    _stream = "stdout"


class suppress(AbstractContextManager):
    """Ends the block at an exception of one of the classes, and goes on behind it."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if isinstance(excinst, BaseExceptionGroup):
            rest = excinst.split(self._exceptions)[1]
            if rest is None:
                return True
            if rest is not excinst:
                raise rest
        return False


class nullcontext(AbstractContextManager):
    """Does nothing, where a context manager is wanted."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class ExitStack(AbstractContextManager):
    """Any number of context managers and functions, exited in the opposite order."""

    def __init__(self):
        self._exit_callbacks = []

    def push(self, exit):
        """Adds an object with an __exit__, not entered, or a function with the parameters of one."""
        method = getattr(type(exit), "__exit__", None)
        if method is None:
            self._exit_callbacks.append(exit)
        else:
            self._exit_callbacks.append(_bound(method, exit))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter = cls.__enter__
            exit = cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context "
                            "manager protocol") from None
        result = enter(cm)
        self._exit_callbacks.append(_bound(exit, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        def exit(exc_type, exc, tb):
            callback(*args, **kwds)

        exit.__wrapped__ = callback
        self._exit_callbacks.append(exit)
        return callback

    def pop_all(self):
        """Moves everything to a new stack."""
        stack = type(self)()
        stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return stack

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *exc_details):
        exception = exc_details[1]
        received = exception is not None
        outside = sys.exc_info()[1]
        suppressed = False
        raised = False
        while self._exit_callbacks:
            exit = self._exit_callbacks.pop()
            try:
                if exception is None:
                    swallowed = exit(None, None, None)
                else:
                    swallowed = exit(type(exception), exception, exception.__traceback__)
                if swallowed:
                    suppressed = True
                    raised = False
                    exception = None
            except BaseException as error:
                _set_context(error, exception, outside)
                raised = True
                exception = error
        if raised:
            context = exception.__context__
            try:
                raise exception
            except BaseException:
                exception.__context__ = context
                raise
        return received and suppressed


def _bound(method, manager):
    return lambda *details: method(manager, *details)


def _set_context(error, context, outside):
    """`error` was raised while `context` was handled, as it would have been in nested with statements."""
    while True:
        inner = error.__context__
        if inner is None or inner is context:
            return
        if inner is outside:
            break
        error = inner
    error.__context__ = context


def _asynchronous(name):
    def refuse(*args, **kwds):
        raise NotImplementedError(f"contextlib.{name} needs async, which is not supported here")

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


asynccontextmanager = _asynchronous("asynccontextmanager")
aclosing = _asynchronous("aclosing")
AsyncExitStack = _asynchronous("AsyncExitStack")
