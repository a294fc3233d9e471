"""The module os.path: names of files, and the files, of which there are none."""

curdir, pardir, sep, pathsep = ".", "..", "/", ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
extsep = "."
altsep = None
supports_unicode_filenames = False


def _path(path):
    """The text or the bytes of a path: itself, or what its __fspath__() answers."""
    from os import fspath

    return fspath(path)


def _slash(path):
    return b"/" if isinstance(path, bytes) else "/"


def _dot(path):
    return b"." if isinstance(path, bytes) else "."


def normcase(s):
    return _path(s)


def isabs(s):
    s = _path(s)
    return s.startswith(_slash(s))


def join(a, *p):
    """The parts with one slash between them; an absolute part drops what stands before it."""
    a = _path(a)
    slash = _slash(a)
    result = a
    for part in p:
        if not isinstance(part, (str, bytes)) and not hasattr(type(part), "__fspath__"):
            raise TypeError("join() argument must be str, bytes, or os.PathLike object, "
                            f"not {type(part).__name__!r}")
        part = _path(part)
        if isinstance(part, bytes) != isinstance(a, bytes):
            raise TypeError("Can't mix strings and bytes in path components") from None
        if part.startswith(slash):
            result = part
        elif not result or result.endswith(slash):
            result += part
        else:
            result += slash + part
    return result


def split(p):
    """(what stands before the last slash, what stands behind it)"""
    p = _path(p)
    slash = _slash(p)
    start = p.rfind(slash) + 1
    head = p[:start]
    if head.strip(slash):
        head = head.rstrip(slash)
    return head, p[start:]


def splitext(p):
    """(path, extension with its dot); dots that a name begins with are no extension."""
    p = _path(p)
    name = p.rfind(_slash(p)) + 1
    dot = p.rfind(_dot(p))
    if dot > name and p[name:dot].strip(_dot(p)):
        return p[:dot], p[dot:]
    return p, p[:0]


def splitdrive(p):
    p = _path(p)
    return p[:0], p


def basename(p):
    p = _path(p)
    return p[p.rfind(_slash(p)) + 1:]


def dirname(p):
    return split(p)[0]


def normpath(path):
    """The shortest path that means the same: without `.`, `..` and double slashes."""
    path = _path(path)
    slash, dot = _slash(path), _dot(path)
    if not path:
        return dot
    root = path[:0]
    if path.startswith(slash):
        root = slash
        if path.startswith(slash * 2) and not path.startswith(slash * 3):
            root = slash * 2
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dot + dot or parts and parts[-1] == part or not parts and not root:
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    path = _path(path)
    return normpath(join(_slash(path), path))  # the working directory is the root


realpath = abspath


def expanduser(path):
    """`~` is the home directory that the environment names."""
    from os import environ

    path = _path(path)
    tilde, slash = (b"~", b"/") if isinstance(path, bytes) else ("~", "/")
    home = environ.get("HOME")
    if home is None or path != tilde and not path.startswith(tilde + slash):
        return path
    if isinstance(path, bytes):
        home = home.encode()
    return home.rstrip(slash) + path[1:] or slash


def expandvars(path):
    """`$NAME` and `${NAME}` are what the environment says; unknown ones stay."""
    from os import environ

    path = _path(path)
    result = ""
    rest = path
    while "$" in rest:
        before, _, rest = rest.partition("$")
        result += before
        if rest.startswith("{") and "}" in rest:
            name, _, rest = rest[1:].partition("}")
            result += environ.get(name, "${" + name + "}")
        else:
            length = 0
            while length < len(rest) and rest[length].isascii() and (rest[length].isalnum() or rest[length] == "_"):
                length += 1
            result += environ.get(rest[:length], "$" + rest[:length]) if length else "$"
            rest = rest[length:]
    return result + rest


def commonprefix(m):
    """What all the texts (or lists) begin with."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [_path(item) for item in m]
    first, last = min(m), max(m)
    for i in range(len(first)):
        if first[i] != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    """The longest path that all the paths are below of."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = [_path(path) for path in paths]
    slash, dot = _slash(paths[0]), _dot(paths[0])
    absolute = {path.startswith(slash) for path in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    return (slash if True in absolute else paths[0][:0]) + slash.join(commonprefix(parts))


def relpath(path, start=None):
    """`path` as seen from `start`."""
    if not path:
        raise ValueError("no path specified")
    path = _path(path)
    slash, dot = _slash(path), _dot(path)
    start = [part for part in abspath(dot if start is None else start).split(slash) if part]
    parts = [part for part in abspath(path).split(slash) if part]
    shared = len(commonprefix([start, parts]))
    return slash.join([dot + dot] * (len(start) - shared) + parts[shared:]) or dot


def _no_such_file(path):
    """What is asked about a file: there is none."""
    if not isinstance(path, (str, bytes, int)) and not hasattr(type(path), "__fspath__"):
        raise TypeError("stat: path should be string, bytes, os.PathLike or integer, "
                        f"not {type(path).__name__}")
    return False


exists = lexists = isfile = isdir = islink = ismount = _no_such_file


def _refuse_time_or_size(filename):
    raise FileNotFoundError(2, "No such file or directory", filename)


getsize = getmtime = getatime = getctime = _refuse_time_or_size
