"""patch: something else in a module, an object or a dict, for as long as a block or a function runs."""
import importlib
from functools import wraps

from ._mock_calls import DEFAULT
from ._mock_objects import MagicMock

_absent = object()


class _Patch:
    """A context and a decorator; start() and stop() for those who need neither."""

    _started = []

    def __init__(self, find, attribute, new, spec, create, new_callable, kwargs):
        self._find = find
        self.attribute = attribute
        self.new = new
        self.spec = spec
        self.create = create
        self.new_callable = new_callable
        self.kwargs = kwargs

    def __enter__(self):
        self.target = self._find()
        self._original = getattr(self.target, self.attribute, _absent)
        own = getattr(self.target, "__dict__", {})
        self._is_own = self.attribute in own
        if self._is_own and isinstance(self.target, type):
            self._original = own[self.attribute]
        if self._original is _absent and not self.create:
            raise AttributeError(f"{self.target!r} does not have the attribute {self.attribute!r}")
        new = self.new
        if new is DEFAULT:
            kwargs = dict(self.kwargs)
            if self.spec is not None:
                kwargs["spec"] = self._original if self.spec is True else self.spec
            kwargs.setdefault("name", self.attribute)
            if self.new_callable is not None:
                kwargs.pop("name")
            new = (self.new_callable or MagicMock)(**kwargs)
        setattr(self.target, self.attribute, new)
        return new

    def __exit__(self, *exception):
        if self._original is not _absent and self._is_own:
            setattr(self.target, self.attribute, self._original)
        else:
            delattr(self.target, self.attribute)
            if self._original is not _absent and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self._original)
        return False

    def start(self):
        made = self.__enter__()
        self._started.append(self)
        return made

    def stop(self):
        if self in self._started:
            self._started.remove(self)
            self.__exit__(None, None, None)

    def __call__(self, function):
        if isinstance(function, type):
            for name in dir(function):
                if name.startswith("test") and callable(getattr(function, name)):
                    setattr(function, name, self._copy()(getattr(function, name)))
            return function

        @wraps(function)
        def patched(*args, **kwargs):
            with self as made:
                if self.new is DEFAULT:
                    args += (made,)
                return function(*args, **kwargs)

        return patched

    def _copy(self):
        return _Patch(self._find, self.attribute, self.new, self.spec, self.create, self.new_callable, self.kwargs)


def _resolve(path):
    """The object that a dotted path means, importing what must be."""
    parts = path.split(".")
    found = importlib.import_module(parts[0])
    name = parts[0]
    for part in parts[1:]:
        name += "." + part
        if not hasattr(found, part):
            importlib.import_module(name)
        found = getattr(found, part)
    return found


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Patches "module.name"."""
    path, dot, attribute = target.rpartition(".")
    if not dot:
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return _Patch(lambda: _resolve(path), attribute, new, spec or spec_set or autospec, create, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, **kwargs):
    """Patches an attribute of an object."""
    if isinstance(target, str):
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _Patch(lambda: target, attribute, new, spec or spec_set or autospec, create, new_callable, kwargs)


class _PatchDict:
    """Changes a dict for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        self._original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exception):
        self.in_dict.clear()
        self.in_dict.update(self._original)
        return False

    def __call__(self, function):
        @wraps(function)
        def patched(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return patched

    start = __enter__

    def stop(self):
        self.__exit__(None, None, None)


def _stop_all():
    for each in reversed(list(_Patch._started)):
        each.stop()


patch.object = _patch_object
patch.dict = _PatchDict
patch.stopall = _stop_all
