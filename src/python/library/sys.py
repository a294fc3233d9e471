"""The module sys: what a program can ask about the engine that runs it."""
from _sys import *
from _sys import _argv, _is_gil_enabled, _modules, _write

version = "3.11.7 (Threadbook)"
hexversion = 0x030B07F0
api_version = 1013
platform = "threadbook"
byteorder = "little"
maxsize = 2**63 - 1
maxunicode = 0x10FFFF
executable = ""
path = []
argv = _argv()
modules = _modules()
float_repr_style = "short"
builtin_module_names = ("_sys", "_threading", "_time", "_traceback", "builtins")
dont_write_bytecode = True
stdin = __stdin__ = None


class _Record(tuple):
    """A tuple whose items have names: what C programmers call a struct."""

    _name = ""
    _fields = ()

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(f"'sys.{self._name}' object has no attribute '{name}'")

    def __repr__(self):
        fields = [f"{self._fields[i]}={self[i]!r}" for i in range(len(self._fields))]
        return f"sys.{self._name}({', '.join(fields)})"


def _record(name, **fields):
    record = _Record(fields.values())
    record._name = name
    record._fields = tuple(fields)
    return record


version_info = _record("version_info", major=3, minor=11, micro=7, releaselevel="final", serial=0)
flags = _record(
    "flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=1, no_user_site=0,
    no_site=0, ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=0,
    isolated=0, dev_mode=False, utf8_mode=1, warn_default_encoding=0, safe_path=False,
    int_max_str_digits=-1)
float_info = _record(
    "float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308,
    min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53,
    epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _record(
    "int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
    str_digits_check_threshold=640)


class _Implementation:
    name = "threadbook"
    cache_tag = None
    version = version_info
    hexversion = hexversion

    def __repr__(self):
        return (f"namespace(name={self.name!r}, cache_tag={self.cache_tag!r}, "
                f"version={self.version!r}, hexversion={self.hexversion!r})")


implementation = _Implementation()


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


class _Stream:
    """sys.stdout and sys.stderr. Nothing is buffered: what is written is there to be shown."""

    mode = "w"
    encoding = "utf-8"
    errors = "strict"
    newlines = None
    closed = False
    line_buffering = False

    def __init__(self, name, number):
        self.name = name
        self._number = number

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        _write(self._number, text)
        return len(text)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def fileno(self):
        return self._number

    def isatty(self):
        return False

    def readable(self):
        return False

    def seekable(self):
        return False

    def writable(self):
        return True

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode='w' encoding='utf-8'>"


stdout = __stdout__ = _Stream("<stdout>", 1)
stderr = __stderr__ = _Stream("<stderr>", 2)
