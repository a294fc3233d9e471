"""A repr() that meets the object it is made for answers a short text instead."""
from _engine import thread_number

# (thread, object) of everything whose repr is being made.
_active = set()


def recursive_repr(fillvalue="..."):
    def decorate(function):
        def __repr__(self):
            mark = (thread_number(), id(self))
            if mark in _active:
                return fillvalue
            _active.add(mark)
            try:
                return function(self)
            finally:
                _active.discard(mark)

        __repr__.__name__ = function.__name__
        __repr__.__qualname__ = function.__qualname__
        __repr__.__module__ = function.__module__
        return __repr__

    return decorate
