"""What the match statement needs when a method written in Python, or an error, is involved."""
from _engine import layout

# The classes a pattern C(x) of which gives x the subject itself.
_OWN_SUBJECT = (int, str, float, list, tuple, dict, set, frozenset, bytes)


def _is_abstract(subject, name):
    """isinstance(subject, collections.abc.NAME): nothing can be one before that module is there."""
    import sys

    module = sys.modules.get("collections.abc")
    return module is not None and isinstance(subject, getattr(module, name))


def operation__match_sequence(subject):
    return _is_abstract(subject, "Sequence")


def operation__match_mapping(subject):
    return _is_abstract(subject, "Mapping")


def operation__match_keys(subject, keys):
    missing = object()
    get = subject.get
    seen = set()
    values = []
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.add(key)
        value = get(key, missing)
        if value is missing:
            return None
        values.append(value)
    return tuple(values)


def operation__match_rest(subject, keys):
    rest = dict(subject)
    for key in keys:
        del rest[key]
    return rest


def operation__match_class(subject, cls, positional, names):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a type")
    if not isinstance(subject, cls):
        return None
    seen = set()
    values = []
    if positional:
        match_args = getattr(cls, "__match_args__", None)
        own = match_args is None and layout(cls) in _OWN_SUBJECT
        if match_args is None:
            match_args = ()
        elif type(match_args) is not tuple:
            raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type(match_args).__name__})")
        allowed = 1 if own else len(match_args)
        if allowed < positional:
            plural = "" if allowed == 1 else "s"
            raise TypeError(
                f"{cls.__name__}() accepts {allowed} positional sub-pattern{plural} ({positional} given)"
            )
        if own:
            values.append(subject)
        else:
            for name in match_args[:positional]:
                if not isinstance(name, str):
                    raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
                if not _take_attribute(subject, cls, name, seen, values):
                    return None
    for name in names:
        if not _take_attribute(subject, cls, name, seen, values):
            return None
    return tuple(values)


def _take_attribute(subject, cls, name, seen, values):
    """Appends the attribute `name`; False if there is none."""
    if name in seen:
        raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
    seen.add(name)
    try:
        values.append(getattr(subject, name))
    except AttributeError:
        return False
    return True
