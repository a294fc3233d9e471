"""The module importlib.util: asking for a module without importing it."""
import _library
import sys

__all__ = ["find_spec", "resolve_name"]


def resolve_name(name, package):
    level = len(name) - len(name.lstrip("."))
    if level == 0:
        return name
    if not package:
        raise ImportError(
            f"no package specified for {name!r} (required for relative module names)")
    return _library._absolute_name(name[level:], package, level)


def find_spec(name, package=None):
    full = resolve_name(name, package)
    if full in sys.modules:
        module = sys.modules[full]
        if module is None:
            return None
        spec = getattr(module, "__spec__", None) or _library._spec_of(full)
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    parent = full.rpartition(".")[0]
    if parent:
        package = _library._import_module(parent)
        if not hasattr(package, "__path__"):
            raise ModuleNotFoundError(
                f"__path__ attribute not found on {parent!r} while trying to find {full!r}", name=full)
    return _library._spec_of(full)
