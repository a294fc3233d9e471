"""namedtuple: classes of tuples whose items have names. Their __new__ and their fields are native."""
from _collections import _tuplegetter, field, make_record
from _engine import adopt
from keyword import iskeyword


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new subclass of tuple; the field names are a list of str or one str."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        field_names = _renamed(field_names)
    _check(typename, field_names, rename)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(field_names):
        raise TypeError("Got more default values than field names")
    fields = tuple(field_names)
    names = {
        "__doc__": f"{typename}({', '.join(fields)})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": dict(zip(fields[len(fields) - len(defaults):], defaults)),
        "__match_args__": fields,
        **_methods(typename),
    }
    for index, name in enumerate(fields):
        names[name] = field(_tuplegetter, index, f"Alias for field number {index}")
    if module is not None:
        names["__module__"] = module
    result = type(typename, (tuple,), names)
    make_record(result, fields, defaults)
    return result


def _renamed(names):
    seen = set()
    result = []
    for index, name in enumerate(names):
        if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in seen:
            name = f"_{index}"
        seen.add(name)
        result.append(name)
    return result


def _check(typename, names, rename):
    for name in [typename] + names:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def _methods(typename):
    """The methods of a class of that name."""

    @classmethod
    def _make(cls, iterable):
        result = adopt(cls, tuple(iterable))
        if len(result) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        values = [kwds.pop(name, value) for name, value in zip(self._fields, self)]
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return self._make(values)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        fields = [f"{name}={value!r}" for name, value in zip(self._fields, self)]
        return f"{type(self).__name__}({', '.join(fields)})"

    def __getnewargs__(self):
        return tuple(self)

    methods = {}
    for method in (_make, _replace, _asdict, __repr__, __getnewargs__):
        function = getattr(method, "__func__", method)
        function.__qualname__ = f"{typename}.{function.__name__}"
        methods[function.__name__] = method
    return methods


namedtuple.__module__ = "collections"
