"""The module sys: what a program can ask about the engine that runs it."""
from _import import modules
from _library import _exit_state
from _sys import *
from _sys import _argv, _frames, _getframe, _is_gil_enabled, _setprofileallthreads, _settraceallthreads, _trace_depth
from _sys_input import stdin
from _sys_records import flags, float_info, hash_info, implementation, int_info, thread_info, version_info
from _sys_streams import stderr, stdout

version = "3.11.7 (Threadbook)"
copyright = "Threadbook: MIT"
hexversion = 0x030B07F0
api_version = 1013
platform = "threadbook"
byteorder = "little"
maxsize = 2**63 - 1
maxunicode = 0x10FFFF
executable = prefix = exec_prefix = base_prefix = base_exec_prefix = ""
path = [""]
meta_path = []
path_hooks = []
path_importer_cache = {}
argv = _argv()
orig_argv = ["threadbook", *argv]
modules = modules()
float_repr_style = "short"
builtin_module_names = ("_sys", "_threading", "_time", "_traceback", "builtins")
dont_write_bytecode = True
pycache_prefix = None
warnoptions = []
_xoptions = {}
__stdin__ = stdin
__stdout__ = stdout
__stderr__ = stderr


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def _current_frames():
    """The frame that each thread is at, by the thread's number."""
    return dict(_frames())


def is_finalizing():
    """Is the program over, and what is left of it being taken apart?"""
    return bool(_exit_state)


def getrefcount(object, /):
    """How many references there are: a guess. Nothing counts them here, a collector traces."""
    return 2


# ---- hooks -------------------------------------------------------------------------------------


def excepthook(exctype, value, traceback, /):
    """Reports an uncaught exception on stderr."""
    from traceback import format_uncaught

    if not isinstance(value, BaseException):
        raise TypeError(f"print_exception(): Exception expected for value, {type(value).__name__} found")
    _write_report(format_uncaught(value, value.__traceback__ or traceback))


def _write_report(text):
    if stderr is not None:
        stderr.write(text)
        stderr.flush()


class UnraisableHookArgs(tuple):
    """What unraisablehook gets: an exception that nobody can catch, and where it came from."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    err_msg = property(lambda self: self[3])
    object = property(lambda self: self[4])


def unraisablehook(unraisable, /):
    from _traceback import entries, format_entries, source_line

    words = unraisable.err_msg or "Exception ignored in"
    if unraisable.object is not None:
        words += f": {unraisable.object!r}"
    text = words + "\n"
    if unraisable.exc_traceback is not None:
        # At the end of the program CPython cannot read source files any more.
        places = [(filename, line, name, "" if _exit_state else source_line(filename, line), *span)
                  for filename, line, name, *span in entries(unraisable.exc_traceback)]
        text += "".join(["Traceback (most recent call last):\n", *format_entries(places)])
    cls = unraisable.exc_type
    module = getattr(cls, "__module__", "<unknown>")
    text += cls.__qualname__ if module in ("builtins", "__main__") else f"{module}.{cls.__qualname__}"
    if unraisable.exc_value is not None:
        try:
            text += f": {unraisable.exc_value}"
        except Exception:
            text += ": <exception str() failed>"
    _write_report(text + "\n")


def displayhook(value, /):
    """What an interactive interpreter does with the value of a line."""
    import builtins

    if value is None:
        return
    builtins._ = None
    stdout.write(repr(value) + "\n")
    builtins._ = value


__excepthook__ = excepthook
__unraisablehook__ = unraisablehook
__displayhook__ = displayhook


# ---- tracing -----------------------------------------------------------------------------------


def call_tracing(func, args, /):
    """Calls func(*args) with tracing as it is outside of a trace function."""
    depth = _trace_depth(0)
    try:
        return func(*args)
    finally:
        _trace_depth(depth)
