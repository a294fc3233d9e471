"""Importing: what an import does when the module is not simply there.

A module is loaded by one thread; another that wants it meanwhile waits until it
is initialised. Two threads that wait for each other's modules would wait for
ever, so the second of them goes on with the half initialised one, as a module
does that imports itself in a circle.
"""
from _import import bind, execute, find, finish, initializing, modules as _sys_modules, new
from _threading import allocate_lock, current, serve_as

_modules = _sys_modules()
_built_in = {"atexit", "builtins", "errno", "gc", "itertools", "sys", "time"}  # in CPython
_absent = object()
_loading = {}      # name -> _Load
_waiting = {}      # thread -> the _Load it waits for
_load_guard = allocate_lock()
serve_as(_load_guard, "waiting-for-import")


class _Load:
    """A module being loaded; `done` is held until it is."""

    def __init__(self, thread):
        self.thread = thread
        self.done = allocate_lock()
        serve_as(self.done, "waiting-for-import")
        self.done.acquire()


class ModuleSpec:
    """Where a module comes from."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.cached = None
        self.has_location = False

    @property
    def parent(self):
        if self.submodule_search_locations is None:
            return self.name.rpartition(".")[0]
        return self.name

    def __eq__(self, other):
        if not isinstance(other, ModuleSpec):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __repr__(self):
        shown = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            shown.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            shown.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{type(self).__name__}({', '.join(shown)})"


ModuleSpec.__module__ = "importlib.machinery"


def _spec_of(name):
    """The spec of a module of the library, or None."""
    kind = find(name)
    if kind is None:
        return None
    origin = "built-in" if kind == "native" or name in _built_in else f"<library {name}>"
    return ModuleSpec(name, None, origin=origin, is_package=kind == "package")


def _import_module(name):
    """The module of that full name, loaded if it must be."""
    module = _modules.get(name, _absent)
    if module is _absent or initializing(module):
        module = _load_or_wait(name)
    if module is None:
        raise ModuleNotFoundError(f"import of {name} halted; None in sys.modules", name=name)
    return module


def _load_or_wait(name):
    thread = current()
    while True:
        with _load_guard:
            _waiting.pop(thread, None)
            module = _modules.get(name, _absent)
            load = _loading.get(name)
            if load is None:
                if module is not _absent:
                    return module
                load = _loading[name] = _Load(thread)
                break
            if _is_waited_for(load, thread):
                if module is _absent:
                    raise ImportError(f"module {name!r} not in sys.modules", name=name)
                return module
            _waiting[thread] = load
        with load.done:
            pass
    try:
        return _load_module(name)
    finally:
        with _load_guard:
            del _loading[name]
        load.done.release()


def _is_waited_for(load, thread):
    """Does `load` end only after something that `thread` loads has?"""
    while load is not None and load.thread is not thread:
        load = _waiting.get(load.thread)
    return load is not None


def _load_module(name):
    package, _, last = name.rpartition(".")
    if package:
        parent = _import_module(package)
        if name in _modules:
            return _modules[name]
        if not hasattr(parent, "__path__"):
            raise ModuleNotFoundError(f"No module named {name!r}; {package!r} is not a package", name=name)
    spec = _spec_of(name)
    if spec is None:
        import _unknown_modules

        raise ModuleNotFoundError(_unknown_modules.message(name), name=name)
    module = new(name)
    module.__doc__ = None
    module.__package__ = spec.parent
    module.__loader__ = None
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.origin != "built-in":
        module.__file__ = spec.origin
    _modules[name] = module
    try:
        execute(module, name)
    except:
        _modules.pop(name, None)
        raise
    loaded = _modules.get(name, module)
    # Before it counts as initialised: whoever meets it then also finds it in its package.
    if package:
        setattr(parent, last, loaded)
    finish(module)
    return loaded


def _package_of(importer):
    """The package that an importer's relative names are relative to."""
    package = getattr(importer, "__package__", None)
    if package is None:
        package = getattr(importer, "__name__", "")
        if not hasattr(importer, "__path__"):
            package = package.rpartition(".")[0]
    if not package or importer.__name__ == "__main__":
        raise ImportError("attempted relative import with no known parent package")
    return package


def _absolute_name(name, package, level):
    for _ in range(1, level):
        package, dot, _ = package.rpartition(".")
        if not dot:
            raise ImportError("attempted relative import beyond top-level package")
    return f"{package}.{name}" if name else package


def operation__import(name, whole, importer):
    plain = name.lstrip(".")
    if plain != name:
        name = _absolute_name(plain, _package_of(importer), len(name) - len(plain))
    module = _import_module(name)
    if whole or "." not in name:
        return module
    return _import_module(name.partition(".")[0])


def operation__import_from(module, name):
    """`from module import name`: an attribute, or a module of the package."""
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    full = getattr(module, "__name__", None)
    if isinstance(full, str):
        inner = f"{full}.{name}"
        if hasattr(module, "__path__") and find(inner) is not None:
            return _import_module(inner)
        if inner in _modules:
            return _modules[inner]
    shown = full if isinstance(full, str) else "<unknown module name>"
    file = getattr(module, "__file__", None)
    if initializing(module):
        where = f"partially initialized module {shown!r} (most likely due to a circular import)"
    else:
        where = repr(shown)
    raise ImportError(
        f"cannot import name {name!r} from {where} ({file or 'unknown location'})", name=shown, path=file)


def operation__import_star(module, into):
    listed = getattr(module, "__all__", None)
    if listed is None:
        listed = [name for name in module.__dict__ if not name.startswith("_")]
    for name in listed:
        if not isinstance(name, str):
            raise TypeError(f"Item in {module.__name__}.__all__ must be str, not {type(name).__name__}")
        if hasattr(module, "__path__") and not hasattr(module, name) and find(f"{module.__name__}.{name}"):
            _import_module(f"{module.__name__}.{name}")
        bind(into, name, getattr(module, name))


def builtins____import__(name, globals=None, locals=None, fromlist=(), level=0):
    if not isinstance(name, str):
        raise TypeError("module name must be a string")
    if level < 0:
        raise ValueError("level must be >= 0")
    if level > 0:
        package = (globals or {}).get("__package__") or (globals or {}).get("__name__", "").rpartition(".")[0]
        if not package:
            raise ImportError("attempted relative import with no known parent package")
        name = _absolute_name(name, package, level)
    elif not name:
        raise ValueError("Empty module name")
    module = _import_module(name)
    if not fromlist:
        return module if level > 0 else _import_module(name.partition(".")[0])
    if hasattr(module, "__path__"):
        for item in fromlist:
            if not hasattr(module, item) and find(f"{name}.{item}") is not None:
                _import_module(f"{name}.{item}")
    return module


def reload_module(module):
    """The code of `module` runs again, in the names it has."""
    execute(module, module.__name__)
