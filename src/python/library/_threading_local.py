"""The module _threading_local: thread-local values under another name, as in CPython."""
from _thread import _local as local

__all__ = ["local"]
