"""Calls as mocks note them, and the two values that stand for something else."""


class _Call(tuple):
    """One call: (name, arguments, keywords). Made by `call(...)`, compared by all three."""

    def __new__(cls, value=("", (), {}), name="", parent=None):
        return tuple.__new__(cls, value)

    def __init__(self, value=("", (), {}), name="", parent=None):
        self._name = name or value[0]

    def __call__(self, *args, **kwargs):
        return _Call((self._name, args, kwargs))

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return _Call(name=f"{self._name}.{name}" if self._name else name)

    args = property(lambda self: self[1])
    kwargs = property(lambda self: self[2])

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        if len(other) == 3:
            return self[0] == other[0] and self[1] == other[1] and self[2] == other[2]
        if len(other) == 2:
            first, second = other
            if isinstance(first, str):
                if isinstance(second, tuple):
                    return (self[0], self[1], self[2]) == (first, second, {})
                return (self[0], self[1], self[2]) == (first, (), second)
            return (self[1], self[2]) == (first, second)
        return False

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        return shown("call" + (f".{self[0]}" if self[0] else ""), self[1], self[2])


def shown(name, args, kwargs):
    parts = [repr(value) for value in args]
    parts.extend([f"{key}={value!r}" for key, value in kwargs.items()])
    return f"{name}({', '.join(parts)})"


class CallList(list):
    """Calls in the order they were made; a long list is shown one to a line."""

    def __repr__(self):
        text = list.__repr__(self)
        if len(text) <= 80:
            return text
        return "[" + ",\n ".join([repr(each) for each in self]) + "]"


call = _Call()


class _ANY:
    """Is equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = None

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    """sentinel.NAME is an object of its own for each name."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError(name)
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
