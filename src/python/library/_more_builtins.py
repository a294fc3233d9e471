"""Builtins that are library code: bytearray, open, exit and quit, and what says that it is left out."""
from _bytearray import bytearray
from _engine import set_builtin


_missing = object()


def open(file=_missing, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """There is no file system: no file can be found and none be made."""
    if file is _missing:
        raise TypeError("open() missing required argument 'file' (pos 1)")
    if not isinstance(file, (str, bytes, int)):
        if not hasattr(type(file), "__fspath__"):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
        file = file.__fspath__()
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if not mode or set(mode) - set("rwaxbt+") or len(set(mode)) != len(mode):
        raise ValueError(f"invalid mode: {mode!r}")
    if "b" in mode and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if len(set(mode) & set("rwax")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if "b" in mode:
        for name, value in (("an encoding", encoding), ("an errors", errors), ("a newline", newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {name} argument")
    if isinstance(file, int):
        raise OSError(9, "Bad file descriptor")
    if "r" in mode:
        raise FileNotFoundError(2, "No such file or directory", file)
    raise OSError(30, "Read-only file system", file)


class Quitter:
    """exit and quit: they end the program as sys.exit() does."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def breakpoint(*args, **kws):
    raise RuntimeError("breakpoint() needs a debugger, and there is none here")


class complex:
    """Left out; nothing is an instance of it."""

    def __new__(cls, real=0, imag=0):
        raise NotImplementedError("complex numbers are not part of this Python yet")


class memoryview:
    """Left out; nothing is an instance of it."""

    def __new__(cls, object):
        raise NotImplementedError("views of memory are not part of this Python yet")


complex.__module__ = memoryview.__module__ = "builtins"
open.__module__ = "io"
breakpoint.__module__ = "builtins"
Quitter.__module__ = "_sitebuiltins"
for _builtin in (breakpoint, bytearray, complex, memoryview, open):
    set_builtin(_builtin.__name__, _builtin)
for _name in ("exit", "quit"):
    set_builtin(_name, Quitter(_name))
