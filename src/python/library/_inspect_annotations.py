"""get_annotations() of inspect."""
import sys


def _unwrapped(function):
    """What a decorator or a partial has around it, whose globals its annotations mean."""
    while True:
        if hasattr(function, "__wrapped__"):
            function = function.__wrapped__
        elif hasattr(function, "func") and hasattr(function, "keywords"):
            function = function.func
        else:
            return function


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A new dict of the annotations of a class, module or callable; `eval_str`: with texts evaluated."""
    names = own_names = None
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__")
        names = getattr(sys.modules.get(obj.__module__), "__dict__", None)
        own_names = dict(vars(obj))
    elif isinstance(obj, type(sys)):
        found = getattr(obj, "__annotations__", None)
        names = obj.__dict__
    elif callable(obj):
        found = getattr(obj, "__annotations__", None)
        names = getattr(_unwrapped(obj), "__globals__", None)
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    if globals is None:
        globals = names
    if locals is None:
        locals = own_names
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}


get_annotations.__module__ = "inspect"
