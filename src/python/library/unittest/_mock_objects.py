"""Mock and MagicMock: objects that take any call and any attribute, and remember them."""
from ._mock_calls import DEFAULT, CallList, _Call, shown

_put = object.__setattr__
_ASSERTS = ("assert", "assret", "asert", "aseert", "assrt")


class Mock:
    """Every attribute is another Mock; calling it answers `return_value`."""

    def __new__(cls, *args, **kwargs):
        # A class of its own for each, so that special methods can be set on one alone.
        return object.__new__(type(cls.__name__, (cls,), {"__module__": cls.__module__}))

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, unsafe=False, **kwargs):
        state = self.__dict__
        spec = spec if spec is not None else spec_set
        _put(self, "_mock_children", {})
        _put(self, "_mock_parent", None)
        _put(self, "_mock_name", name)
        _put(self, "_mock_part", "")
        _put(self, "_mock_wraps", wraps)
        _put(self, "_mock_return", return_value)
        _put(self, "_mock_class", None)
        _put(self, "_mock_methods", None)
        if spec is not None:
            is_list = isinstance(spec, (list, tuple))
            _put(self, "_mock_methods", list(spec) if is_list else dir(spec))
            _put(self, "_mock_class", None if is_list else spec if isinstance(spec, type) else type(spec))
        _put(self, "_mock_seals", spec_set is not None)
        _put(self, "side_effect", side_effect)
        self.reset_mock()
        self.configure_mock(**kwargs)

    @property
    def __class__(self):
        return self.__dict__.get("_mock_class") or type(self)

    def __repr__(self):
        name = self._mock_full_name()
        named = f" name={name!r}" if name else ""
        spec = self.__dict__["_mock_class"]
        specced = f" spec={spec.__name__!r}" if spec else ""
        return f"<{type(self).__name__}{named}{specced} id='{id(self)}'>"

    def _mock_full_name(self):
        parts = []
        mock = self
        while mock is not None:
            state = mock.__dict__
            if state["_mock_parent"] is None:
                if state["_mock_name"] is None and not parts:
                    return ""
                parts.append(state["_mock_name"] or "mock")
            else:
                parts.append(state["_mock_part"])
            mock = state["_mock_parent"]
        text = ""
        for part in reversed(parts):
            text += part if not text or part == "()" else f".{part}"
        return text

    # ---- attributes ----

    def _mock_child(self, part):
        child = next(cls for cls in type(self).__mro__ if cls in (MagicMock, Mock) or cls.__mro__[1] in (MagicMock, Mock))()
        _put(child, "_mock_parent", self)
        _put(child, "_mock_part", part)
        return child

    def __getattr__(self, name):
        state = self.__dict__
        if "_mock_methods" not in state:
            raise AttributeError(name)
        if state["_mock_methods"] is not None:
            if name not in state["_mock_methods"]:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if name.startswith(_ASSERTS):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be "
                                 "an attribute.")
        children = state["_mock_children"]
        if name not in children:
            children[name] = self._mock_child(name)
        if children[name] is None:
            raise AttributeError(name)
        return children[name]

    def __setattr__(self, name, value):
        state = self.__dict__
        if name == "return_value":
            _put(self, "_mock_return", value)
            return
        if state.get("_mock_seals") and name not in state["_mock_methods"] and name not in state:
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if name.startswith("__") and name.endswith("__") and name != "__class__":
            self._mock_special(name, value)
            return
        if isinstance(value, Mock) and value.__dict__["_mock_parent"] is None and value.__dict__["_mock_name"] is None:
            _put(value, "_mock_parent", self)
            _put(value, "_mock_part", name)
        _put(self, name, value)

    def __delattr__(self, name):
        if name in self.__dict__:
            object.__delattr__(self, name)
        self.__dict__["_mock_children"][name] = None

    def _mock_special(self, name, value):
        """A special method: what is called is looked up in the class."""
        if isinstance(value, Mock):
            _put(value, "_mock_parent", self)
            _put(value, "_mock_part", name)
            setattr(type(self), name, lambda self, *args, **kwargs: value(*args, **kwargs))
            self.__dict__["_mock_children"][name] = value
        else:
            setattr(type(self), name, value)
        _put(self, name, value)

    @property
    def return_value(self):
        value = self.__dict__["_mock_return"]
        if value is DEFAULT and self.__dict__["_mock_wraps"] is None:
            value = self._mock_child("()")
            _put(self, "_mock_return", value)
        return value

    def configure_mock(self, **kwargs):
        """Sets attributes; "method.return_value" sets one of an attribute."""
        for path, value in kwargs.items():
            *parts, last = path.split(".")
            target = self
            for part in parts:
                target = getattr(target, part)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        _put(mock, "_mock_parent", None)
        _put(mock, "_mock_name", None)
        setattr(self, attribute, mock)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        state = self.__dict__
        _put(self, "called", False)
        _put(self, "call_count", 0)
        _put(self, "call_args", None)
        _put(self, "call_args_list", CallList())
        _put(self, "mock_calls", CallList())
        _put(self, "method_calls", CallList())
        if return_value:
            _put(self, "_mock_return", DEFAULT)
        if side_effect:
            _put(self, "side_effect", None)
        for child in state["_mock_children"].values():
            if isinstance(child, Mock):
                child.reset_mock(return_value=return_value, side_effect=side_effect)

    # ---- calls ----

    def __call__(self, /, *args, **kwargs):
        self._mock_note(args, kwargs)
        state = self.__dict__
        effect = state["side_effect"]
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if not callable(effect):
                if not hasattr(effect, "__next__"):
                    effect = iter(effect)
                    _put(self, "side_effect", effect)
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if state["_mock_return"] is DEFAULT and state["_mock_wraps"] is not None:
            return state["_mock_wraps"](*args, **kwargs)
        return self.return_value

    def _mock_note(self, args, kwargs):
        state = self.__dict__
        _put(self, "called", True)
        _put(self, "call_count", state["call_count"] + 1)
        made = _Call(("", args, kwargs))
        _put(self, "call_args", made)
        state["call_args_list"].append(made)
        state["mock_calls"].append(_Call(("", args, kwargs)))
        name = ""
        mock = self
        is_method = True
        while mock.__dict__["_mock_parent"] is not None:
            part = mock.__dict__["_mock_part"]
            mock = mock.__dict__["_mock_parent"]
            name = part if not name else part + name if name.startswith("()") else f"{part}.{name}"
            if part == "()":
                is_method = False
            made = _Call((name, args, kwargs))
            mock.__dict__["mock_calls"].append(made)
            if is_method:
                mock.__dict__["method_calls"].append(made)

    # ---- assertions ----

    def _mock_said(self):
        state = self.__dict__
        return state["_mock_part"] or state["_mock_name"] or "mock"

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._mock_said()}' to have been called.")

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._mock_said()}' to not have been called. "
                                 f"Called {_times(self.call_count)}.{self._mock_calls_text()}")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_said()}' to have been called once. "
                                 f"Called {_times(self.call_count)}.{self._mock_calls_text()}")

    def assert_called_with(self, /, *args, **kwargs):
        expected = shown(self._mock_said(), args, kwargs)
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: not called.")
        if not (self.call_args[1] == args and self.call_args[2] == kwargs):
            actual = shown(self._mock_said(), self.call_args[1], self.call_args[2])
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: {actual}")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_said()}' to be called once. "
                                 f"Called {_times(self.call_count)}.{self._mock_calls_text()}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if not any([each[1] == args and each[2] == kwargs for each in self.call_args_list]):
            raise AssertionError(f"{shown(self._mock_said(), args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        made = list(self.mock_calls)
        calls = list(calls)
        if any_order:
            missing = []
            for each in calls:
                if each in made:
                    made.remove(each)
                else:
                    missing.append(each)
            if missing:
                raise AssertionError(f"'{self._mock_said()}' does not contain all of {tuple(calls)!r} in its call list, "
                                     f"found {self.mock_calls!r} instead")
        elif not any([made[i:i + len(calls)] == calls for i in range(len(made) - len(calls) + 1)]):
            raise AssertionError(f"Calls not found.\nExpected: {calls!r}\n  Actual: {self.mock_calls!r}")

    def _mock_calls_text(self):
        return f"\nCalls: {self.mock_calls!r}." if self.mock_calls else ""


def _times(count):
    return "1 times" if count == 1 else f"{count} times"


class NonCallableMock(Mock):
    def __call__(self, *args, **kwargs):
        raise TypeError(f"'{type(self).__name__}' object is not callable")


_DEFAULTS = {
    "__len__": 0, "__bool__": True, "__contains__": False, "__int__": 1, "__float__": 1.0,
    "__index__": 1, "__exit__": False,
}


class MagicMock(Mock):
    """A Mock that has special methods: it can be entered, indexed, counted, gone through."""

    def _mock_magic(self, name):
        children = self.__dict__["_mock_children"]
        if name not in children:
            child = children[name] = self._mock_child(name)
            if name in _DEFAULTS:
                child.return_value = _DEFAULTS[name]
        return children[name]

    def __getattribute__(self, name):
        if name in _MAGIC:
            return object.__getattribute__(self, "_mock_magic")(name)
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            return Mock.__getattr__(self, name)

    def __iter__(self):
        made = self._mock_magic("__iter__")
        if made.__dict__["_mock_return"] is DEFAULT:
            made.return_value = []
        return iter(made())

    def __setitem__(self, key, value):
        self._mock_magic("__setitem__")(key, value)

    def __delitem__(self, key):
        self._mock_magic("__delitem__")(key)


def _magic(name):
    def method(self, *args):
        return self._mock_magic(name)(*args)

    method.__name__ = name
    return method


_MAGIC = (*_DEFAULTS, "__getitem__", "__enter__", "__add__", "__sub__", "__mul__", "__truediv__", "__iter__",
          "__setitem__", "__delitem__")
for _name in _MAGIC:
    if _name not in ("__iter__", "__setitem__", "__delitem__"):
        setattr(MagicMock, _name, _magic(_name))


for _class in (Mock, NonCallableMock, MagicMock):
    _class.__module__ = "unittest.mock"
