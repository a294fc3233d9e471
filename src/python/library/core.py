"""What the VM asks Python code to do: construction, raising, displays, calls.

Each function is the slow path of one operation: C++ does the common cases and
comes here when a method written in Python has to be called.
"""
from _engine import (
    foreign_delegate,
    load_attribute,
    lookup,
    raise_in_generator,
    stop_generator,
    traceback_here,
)

_missing = NotImplemented


def operation__start(callable, arguments):
    return callable(*arguments)


def operation__trace(function, frame, event, argument):
    return function(frame, event, argument)


def operation__raise(exception, cause):
    if isinstance(exception, type):
        exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError(
                "calling <class> should have returned an instance of BaseException, "
                f"not {type(exception)}"
            )
    if cause is _missing:
        raise exception
    if isinstance(cause, type):
        cause = cause()
    raise exception from cause


def operation__report(exception):
    """The end of the main thread by an uncaught exception: prints it, gives the exit status."""
    import sys

    if isinstance(exception, SystemExit):
        code = exception.code
        if code is None:
            return 0
        if isinstance(code, int):
            return int(code) & 255
        if sys.stderr is not None:
            print(code, file=sys.stderr)
        return 1
    hook = getattr(sys, "excepthook", None)
    try:
        if hook is None:
            sys.__excepthook__(type(exception), exception, exception.__traceback__)
        else:
            hook(type(exception), exception, exception.__traceback__)
    except SystemExit as exit:
        return operation__report(exit)
    except BaseException as error:
        print("Error in sys.excepthook:", file=sys.stderr)
        sys.__excepthook__(type(error), error, error.__traceback__)
        print("\nOriginal exception was:", file=sys.stderr)
        sys.__excepthook__(type(exception), exception, exception.__traceback__)
    return 130 if isinstance(exception, KeyboardInterrupt) else 1


_exit_calls = []    # of atexit: (function, arguments, keywords); no function: unregistered


def operation__join():
    """The main thread has ended: the others, if there are any, are waited for."""
    from _import import modules

    threading = modules().get("threading")
    if threading is None:
        return
    call_unraisable(threading._shutdown, threading)


def operation__end():
    """The end of the program, when its threads have ended: what atexit has been told to call."""
    for i in range(len(_exit_calls) - 1, -1, -1):
        function, arguments, keywords = _exit_calls[i]
        if function is not None:
            call_unraisable(
                lambda: function(*arguments, **keywords), function, "Exception ignored in atexit callback")
    _exit_calls.clear()


def call_unraisable(function, object, message=None):
    """Calls a function that no code of the program calls: what it raises nobody can catch, but sys.unraisablehook is
    told of it."""
    failure = _failure_of(function)
    if failure is not None:
        _report_unraisable(failure, object, message)


def _report_unraisable(failure, object, message=None):
    import sys

    hook = getattr(sys, "unraisablehook", None) or sys.__unraisablehook__
    traceback = failure.__traceback__ or traceback_here()
    told = sys.UnraisableHookArgs((type(failure), failure, traceback, message, object))
    failure = _failure_of(lambda: hook(told))
    if failure is not None:
        sys.__unraisablehook__(sys.UnraisableHookArgs((
            type(failure), failure, failure.__traceback__, "Exception ignored in sys.unraisablehook", hook)))


def _failure_of(function):
    """What it raises; None: nothing. It is no longer being handled then."""
    try:
        function()
    except BaseException as error:
        return error


def operation__after_collection():
    """What a collection leaves to do: callbacks of weak references to what is gone, and farewells."""
    from _gc import _set_at_what_is_due

    was_at_it = _set_at_what_is_due(True)
    try:
        _do_what_is_due()
    finally:
        _set_at_what_is_due(was_at_it)


def _do_what_is_due():
    from _gc import _take_farewell, _take_fired

    while True:
        for reference, callback in _take_fired():
            call_unraisable(lambda: callback(reference), callback)
        due = _take_farewell()
        if due is None:
            break
        _say_farewell(*due)
        due = None


def _say_farewell(object):
    """Runs an object's __del__; a generator is closed."""
    cls = type(object)
    if cls is _generator:
        call_unraisable(object.close, object)
        return
    farewell = lookup(cls, "__del__")
    if type(farewell) is _function:
        failure = None
        try:
            farewell(object)
        except BaseException as error:
            failure = error
        if failure is not None:
            _report_unraisable(failure, farewell)
    elif farewell is not None:
        bind = lookup(type(farewell), "__get__")
        call_unraisable(farewell if bind is None else bind(farewell, object, cls), farewell)


def operation__farewells():
    """The last of the program: nothing it made outlives it."""
    from _gc import _request_last
    from gc import collect_all, collect_now

    _exit_state.append(True)
    collect_all()
    if not _is_kept_by_library():
        collect_now(_request_last)
        operation__after_collection()


def _is_kept_by_library():
    """Has the program left something of its own in a module that CPython does not take apart before its end? Then its
    functions live, with them its globals, and what they hold never hears of the end."""
    from _import import modules

    for name in ("sys", "builtins", "threading"):
        module = modules().get(name)
        if module is None:
            continue
        for name, value in vars(module).items():
            owner = value if isinstance(value, (type, _function)) else type(value)
            if name not in ("stdin", "stdout", "stderr") and getattr(owner, "__module__", None) == "__main__":
                return True
    return False


_exit_state = []    # something, once the program is over: sys.is_finalizing()


def _function():
    yield


_generator = type(_function())
_function = type(_function)


def operation__send(iterator, value):
    return iterator.send(value)


def operation__interpolate(value, conversion, spec):
    if conversion == 1:
        value = str(value)
    elif conversion == 2:
        value = repr(value)
    elif conversion == 3:
        value = ascii(value)
    return format(value, spec)


def operation__list_extend(target, iterable):
    append = target.append
    for item in iterable:
        append(item)


def operation__set_update(target, iterable):
    set.update(target, iterable)


def operation__set_add(target, item):
    target.add(item)


def operation__build_set(items):
    result = set()
    for item in items:
        result.add(item)
    return result


def operation__build_dict(pairs):
    result = {}
    for i in range(0, len(pairs), 2):
        result[pairs[i]] = pairs[i + 1]
    return result


def operation__dict_update(target, mapping):
    if not hasattr(mapping, "keys"):
        raise TypeError(f"'{type(mapping).__name__}' object is not a mapping")
    dict.update(target, mapping)


def _name_for_call(function):
    qualname = getattr(function, "__qualname__", None)
    if qualname is None:
        return f"{type(function).__name__} object"
    module = getattr(function, "__module__", None)
    if module is None or module == "builtins":
        return f"{qualname}()"
    return f"{module}.{qualname}()"


def operation__dict_merge(target, mapping, function):
    if not hasattr(mapping, "keys"):
        raise TypeError(
            f"{_name_for_call(function)} argument after ** must be a mapping, "
            f"not {type(mapping).__name__}"
        )
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in target:
            raise TypeError(f"{_name_for_call(function)} got multiple values for keyword argument '{key}'")
        target[key] = mapping[key]


def operation__call(function, arguments, keywords):
    arguments = [*arguments]
    if keywords is None:
        return function(*arguments)
    return function(*arguments, **keywords)


def operation__unpack(iterable, count):
    """A list of exactly `count` items; what is beyond is not asked for."""
    items = []
    append = items.append
    missing = count
    for item in iterable:
        if missing == 0:
            raise ValueError(f"too many values to unpack (expected {count})")
        append(item)
        missing -= 1
    if missing:
        raise ValueError(f"not enough values to unpack (expected {count}, got {count - missing})")
    return items


def object____ne__(self, other):
    equal = lookup(type(self), "__eq__")(self, other)
    return equal if equal is _missing else not equal


def operation__getattr(ask, object, name, getter, self, argument):
    """An attribute that code gives, of a class that has a __getattr__ to ask if that raises AttributeError."""
    try:
        return getter(self) if argument is _missing else getter(self, argument)
    except AttributeError:
        return ask(object, name)


def builtins__getattr(object, name, default=_missing):
    if default is _missing:
        return load_attribute(object, name)
    try:
        return load_attribute(object, name)
    except AttributeError:
        return default


def builtins__hasattr(object, name):
    try:
        load_attribute(object, name)
    except AttributeError:
        return False
    return True


def builtins__vars(object=_missing):
    try:
        return load_attribute(object, "__dict__")
    except AttributeError:
        raise TypeError("vars() argument must have __dict__ attribute") from None


def builtins__next(iterator, default=_missing):
    step = lookup(type(iterator), "__next__")
    if step is None:
        raise TypeError(f"'{type(iterator).__name__}' object is not an iterator")
    if default is _missing:
        return step(iterator)
    try:
        return step(iterator)
    except StopIteration:
        return default


def builtins__dir(object=_missing):
    names = lookup(type(object), "__dir__")
    return sorted(names(object))


def generator__throw(self, typ, val=_missing, tb=None):
    if isinstance(typ, type):
        if not issubclass(typ, BaseException):
            raise TypeError(f"exceptions must be classes or instances deriving from BaseException, not {type(typ).__name__}")
        if val is _missing or val is None:
            exception = typ()
        elif isinstance(val, BaseException):
            exception = val
        elif isinstance(val, tuple):
            exception = typ(*val)
        else:
            exception = typ(val)
    elif isinstance(typ, BaseException):
        exception = typ
    else:
        raise TypeError(f"exceptions must be classes or instances deriving from BaseException, not {type(typ).__name__}")
    return raise_in_generator(self, exception)


def generator__close(self):
    if stop_generator(self):
        return
    exit = GeneratorExit()
    close = getattr(foreign_delegate(self), "close", None)
    if close is not None:
        exit = _failure_of(close) or exit
    try:
        raise_in_generator(self, exit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError("generator ignored GeneratorExit")
