"""The module importlib.machinery: what a module's __spec__ is."""
from _library import ModuleSpec

__all__ = ["ModuleSpec"]
