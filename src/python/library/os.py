"""The module os: what a program may ask about where it runs. There are no files and no processes."""
import posixpath as path
import sys
from _engine import write as _write
from _os import _environment, _exit, cpu_count, getpid, urandom
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
error = OSError
supports_bytes_environ = False


class PathLike:
    """What has an __fspath__()."""

    def __init_subclass__(cls):
        super().__init_subclass__()


def fspath(path):
    """The text or the bytes that a path is."""
    if isinstance(path, (str, bytes)):
        return path
    cls = type(path)
    if not hasattr(cls, "__fspath__"):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {cls.__name__}")
    result = cls.__fspath__(path)
    if not isinstance(result, (str, bytes)):
        raise TypeError(f"expected {cls.__name__}.__fspath__() to return str or bytes, "
                        f"not {type(result).__name__}")
    return result


def fsencode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, bytes) else filename.encode()


def fsdecode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, str) else filename.decode()


class _Environ(dict):
    """The environment: a dict of text, the run's own copy."""

    def __setitem__(self, key, value):
        super().__setitem__(_text(key), _text(value))

    def __getitem__(self, key):
        return super().__getitem__(_text(key))

    def __delitem__(self, key):
        super().__delitem__(_text(key))

    def setdefault(self, key, value):
        return super().setdefault(_text(key), _text(value))

    def update(self, other=(), /, **others):
        for key, value in dict(other, **others).items():
            self[key] = value

    def copy(self):
        return dict(self)

    def __repr__(self):
        return f"environ({{{', '.join([f'{key!r}: {value!r}' for key, value in self.items()])}}})"


def _text(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value


_Environ.__name__ = _Environ.__qualname__ = "_Environ"
environ = _Environ(_environment())


def getenv(key, default=None):
    return environ.get(_text(key), default)


def putenv(name, value, /):
    _text(name), _text(value)


def unsetenv(name, /):
    _text(name)


def getcwd():
    return sep


def getcwdb():
    return b"/"


def getppid():
    return 1


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


def process_cpu_count():
    return cpu_count()


def write(fd, data, /):
    """Writes to the output (1) or the error output (2)."""
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")
    if fd not in (1, 2):
        raise OSError(9, "Bad file descriptor")
    _write(fd, data.decode("utf-8", "replace"))
    return len(data)


def strerror(code, /):
    return _ERRORS.get(code, f"Unknown error {code}")


_ERRORS = {
    1: "Operation not permitted", 2: "No such file or directory", 4: "Interrupted system call",
    5: "Input/output error", 9: "Bad file descriptor", 11: "Resource temporarily unavailable",
    12: "Cannot allocate memory", 13: "Permission denied", 17: "File exists",
    20: "Not a directory", 21: "Is a directory", 22: "Invalid argument", 28: "No space left on device",
    32: "Broken pipe", 38: "Function not implemented", 110: "Connection timed out",
}


def _unavailable(function):
    def refuse(*args, **kwargs):
        raise OSError(38, f"os.{function}() is not available: a program here has no files and no processes")

    refuse.__name__ = refuse.__qualname__ = function
    return refuse


for _function in (
        "abort", "access", "chdir", "chmod", "chown", "close", "dup", "dup2", "execv", "execvp", "fdopen",
        "fork", "fstat", "fsync", "get_terminal_size", "getlogin", "kill", "link", "listdir", "lseek",
        "lstat", "makedirs", "mkdir", "mkfifo", "open", "pipe", "popen", "read", "readlink", "remove",
        "removedirs", "rename", "renames", "replace", "rmdir", "scandir", "spawnv", "stat", "symlink",
        "system", "times", "truncate", "uname", "unlink", "utime", "wait", "waitpid", "walk"):
    setattr(sys.modules["os"], _function, _unavailable(_function))
del _function
