"""The package importlib: importing by a name that is known only when the program runs."""
import _library
import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

from builtins import __import__


def import_module(name, package=None):
    level = len(name) - len(name.lstrip("."))
    if level == 0:
        return _library._import_module(name)
    if not package:
        raise TypeError(
            f"the 'package' argument is required to perform a relative import for {name!r}")
    return _library._import_module(_library._absolute_name(name[level:], package, level))


def reload(module):
    name = getattr(getattr(module, "__spec__", None), "name", None)
    if name is None:
        name = getattr(module, "__name__", None)
        if not isinstance(module, type(sys)):
            raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    if _library.find(name) is None:
        raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
    _library.reload_module(module)
    return sys.modules[name]


def invalidate_caches():
    """Nothing is cached."""
