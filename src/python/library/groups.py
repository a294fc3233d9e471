"""Groups of exceptions: split, subgroup and derive, and what except* makes of a group (PEP 654)."""

_PythonFunction = type(lambda: 0)


def _is_exception_class(value):
    return isinstance(value, type) and issubclass(value, BaseException)


def _group_test(condition):
    """What tells whether an exception belongs to the part that `condition` asks for."""
    if type(condition) is _PythonFunction:
        return condition
    if _is_exception_class(condition):
        return lambda exception: isinstance(exception, condition)
    if isinstance(condition, tuple) and all([_is_exception_class(cls) for cls in condition]):
        return lambda exception: isinstance(exception, condition)
    raise TypeError("expected a function, exception type or tuple of exception types")


def _group_part(group, exceptions):
    """A group like `group` of some of its exceptions; None if there are none."""
    if not exceptions:
        return None
    part = group.derive(exceptions)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    part.__traceback__ = group.__traceback__
    part.__context__ = group.__context__
    suppress = part.__suppress_context__
    part.__cause__ = group.__cause__
    part.__suppress_context__ = suppress or group.__cause__ is not None
    notes = getattr(group, "__notes__", None)
    if isinstance(notes, (list, tuple)):
        part.__notes__ = list(notes)
    return part


def _group_split(group, belongs, rest_too):
    if belongs(group):
        return group, None
    inside = []
    outside = []
    for exception in group.exceptions:
        if isinstance(exception, BaseExceptionGroup):
            part, rest = _group_split(exception, belongs, rest_too)
            if part is not None:
                inside.append(part)
            if rest is not None:
                outside.append(rest)
        elif belongs(exception):
            inside.append(exception)
        else:
            outside.append(exception)
    return _group_part(group, inside), _group_part(group, outside) if rest_too else None


def BaseExceptionGroup__split(self, condition):
    return _group_split(self, _group_test(condition), True)


def BaseExceptionGroup__subgroup(self, condition):
    return _group_split(self, _group_test(condition), False)[0]


def BaseExceptionGroup__derive(self, excs):
    return BaseExceptionGroup(self.message, excs)


def BaseExceptionGroup____class_getitem__(cls, params):
    return _GenericAlias(cls, params)


# ---- except* -----------------------------------------------------------------------------------


def operation__match_group(exception, wanted):
    """(the part of `exception` that `except* wanted` takes, the rest); each may be None."""
    for cls in wanted if isinstance(wanted, tuple) else (wanted,):
        if not _is_exception_class(cls):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
    for cls in wanted if isinstance(wanted, tuple) else (wanted,):
        if issubclass(cls, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if exception is None:
        return None, None
    is_group = isinstance(exception, BaseExceptionGroup)
    if isinstance(exception, wanted):
        return exception if is_group else BaseExceptionGroup("", (exception,)), None
    if not is_group:
        return None, exception
    pair = exception.split(wanted)
    if not isinstance(pair, tuple):
        raise TypeError(f"{type(exception).__name__}.split must return a tuple, not {type(pair).__name__}")
    if len(pair) < 2:
        raise TypeError(f"{type(exception).__name__}.split must return a 2-tuple, got tuple of size {len(pair)}")
    return pair[0], pair[1]


def _is_group_part(exception, whole):
    """Is `exception` a part of the group `whole` that nobody raised anew?"""
    return (
        isinstance(exception, BaseExceptionGroup)
        and getattr(exception, "__notes__", None) == getattr(whole, "__notes__", None)
        and exception.__traceback__ is whole.__traceback__
        and exception.__cause__ is whole.__cause__
        and exception.__context__ is whole.__context__
    )


def _group_leaves(exception, found):
    if isinstance(exception, BaseExceptionGroup):
        for inner in exception.exceptions:
            _group_leaves(inner, found)
    else:
        found.add(id(exception))
    return found


def operation__join_group(exception, raised):
    """What try … except* goes on raising of `exception`, given what its clauses raised or left."""
    raised = [one for one in raised if one is not None]
    if not raised:
        return None
    if not isinstance(exception, BaseExceptionGroup):
        return raised[0]  # only one clause can have run
    parts = [one for one in raised if _is_group_part(one, exception)]
    others = [one for one in raised if not _is_group_part(one, exception)]
    left = set()
    for part in parts:
        _group_leaves(part, left)
    if left:
        rest = _group_split(exception, lambda one: id(one) in left, False)[0]
        if not others:
            return rest
        others.append(rest)
    return others[0] if len(others) == 1 else BaseExceptionGroup("", others)


# This is the last file behind the builtins: from here on library modules can be imported.
import _more_builtins
