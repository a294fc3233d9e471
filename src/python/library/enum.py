"""The module enum: classes whose instances are named once, when the class is made.

The metaclass does the work: the names a class body binds become members, and the class finds a member
by value or by name. Flags are in _enum_flags, the checks of finished classes in _enum_checks.
"""
from _engine import caller_module, lookup
from types import MappingProxyType

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
    "NAMED_FLAGS", "UNIQUE",
]

_builtin_property = property
_unset = object()
_SUNDER_NAMES = (
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_",
)
_REPLACED = ("__repr__", "__str__", "__format__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    prefix = f"_{cls_name}__"
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith("__")


def _is_descriptor(value):
    cls = type(value)
    return (lookup(cls, "__get__") or lookup(cls, "__set__") or lookup(cls, "__delete__")) is not None


class nonmember:
    """Protects a value in an enum's body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of a value in an enum's body that would not become one."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value that _generate_next_value_ chooses."""

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return "auto()" if self.value is _unset else f"auto({self.value!r})"


class property:
    """A property of members whose name may also be the name of a member."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc if doc is not None else getattr(fget, "__doc__", None)
        self.name = self.clsname = None

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__
        self._owner = owner

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)

    def __get__(self, instance, ownerclass=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"{self._owner!r} cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"{self._owner!r} cannot delete attribute {self.name!r}")
        return self.fdel(instance)


class EnumDict(dict):
    """The names of an enum's body: knows which become members, and gives auto() its values."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None
        self._cls_name = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._special(key, value)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not _is_descriptor(value):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            value = self._resolved(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _special(self, key, value):
        if key not in _SUNDER_NAMES:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            taken = set(value) & set(self._member_names)
            if taken:
                raise ValueError(f"_ignore_ cannot specify already set names: {taken!r}")
        return value

    def _resolved(self, key, value):
        """`value` with auto() replaced."""
        if isinstance(value, auto):
            return self._next(key, value)
        if type(value) is tuple:
            for part in value:
                if isinstance(part, auto):
                    return tuple([self._next(key, part) if isinstance(part, auto) else part for part in value])
        return value

    def _next(self, key, value):
        if value.value is _unset:
            self._auto_called = True
            value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
        return value.value

    def update(self, members, **more_members):
        for name in members.keys():
            self[name] = members[name]
        for name in more_members:
            self[name] = more_members[name]


def _add_member(cls, name, value, make, use_args):
    """Makes the member `name` of `cls`, or an alias if the value is there already."""
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        args = (args,)
    instance = make(cls, *args) if use_args else make(cls)
    if not hasattr(instance, "_value_"):
        if cls._member_type_ is object:
            instance._value_ = value
        else:
            try:
                instance._value_ = cls._member_type_(*args)
            except Exception as error:
                made = TypeError("_value_ not set in __new__, unable to create it")
                made.__cause__ = error
                raise made
    value = instance._value_
    instance._name_ = name
    instance.__objclass__ = cls
    instance.__init__(*args)
    instance._sort_order_ = len(cls._member_names_)
    instance = _known(cls, value, instance)
    if instance._name_ == name:
        if cls._is_flag_ and not cls._note_flag(name, value):
            pass
        else:
            cls._member_names_.append(name)
    _bind_member(cls, name, instance)
    cls._member_map_[name] = instance
    try:
        cls._value2member_map_.setdefault(value, instance)
    except TypeError:
        pass  # found by comparing


def _known(cls, value, instance):
    """The member that has the value already, or `instance`."""
    try:
        return cls._value2member_map_[value]
    except KeyError:
        return instance
    except TypeError:
        for known in cls._member_map_.values():
            if known._value_ == value:
                return known
        return instance


def _bind_member(cls, name, instance):
    """Binds the name in the class; through a property if a base has a descriptor of that name."""
    for base in cls.__mro__[1:]:
        found = base.__dict__.get(name, _unset)
        if found is _unset:
            continue
        if isinstance(found, (property, _builtin_property)) or _is_descriptor(found):
            redirect = property(getattr(found, "fget", None), getattr(found, "fset", None), getattr(found, "fdel", None))
            redirect.__set_name__(cls, name)
            type.__setattr__(cls, name, redirect)
            return
    type.__setattr__(cls, name, instance)


class EnumType(type):
    """The metaclass of enums."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        if not bases:
            return {}  # of Enum itself
        names = EnumDict()
        names._cls_name = cls
        metacls._check_for_existing_members_(cls, bases)
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            names._generate_next_value = first_enum._generate_next_value_
        return names

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if not bases:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        member_names = classdict._member_names
        ignored = [*classdict._ignore, "_ignore_"]
        member_names = [name for name in member_names if name not in ignored]
        invalid = {"mro", ""} & set(member_names)
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(repr(n) for n in invalid)}")
        order = classdict.get("_order_")
        namespace = {}
        for name, value in classdict.items():
            if name not in ignored and name not in classdict._member_names and name != "_order_":
                namespace[name] = value
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        make, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        namespace["_new_member_"] = make
        namespace["_use_args_"] = use_args
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = member_type
        namespace["_value_repr_"] = metacls._find_data_repr_(cls, bases)
        namespace["_is_flag_"] = getattr(first_enum, "_is_flag_", False)
        if namespace["_is_flag_"]:
            namespace["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
            namespace["_flag_mask_"] = namespace["_all_bits_"] = namespace["_singles_mask_"] = 0
        made = super().__new__(metacls, cls, bases, namespace, **kwds)
        for name in member_names:
            _add_member(made, name, classdict[name], make, use_args)
        if _roots:
            _choose_texts(made, bases, classdict, member_type, first_enum)
        if save_new:
            type.__setattr__(made, "__new_member__", make)
        if _roots:
            type.__setattr__(made, "__new__", Enum.__dict__["__new__"])
        if made._is_flag_:
            made._finish_flag()
        if order is not None:
            _check_order(made, order)
        return made

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module or caller_module(), qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError(
                f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and "
                f"'{type(cls).__qualname__}'"
            )
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __dir__(cls):
        names = {
            "__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
            "__module__", "__name__", "__qualname__", "__init_subclass__", *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls._member_type_ is not object:
            names |= set(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        members = cls._member_map_
        return (members[name] for name in cls._member_names_)

    def __reversed__(cls):
        members = cls._member_map_
        return (members[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if cls.__dict__.get("_is_flag_"):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Enum("Animal", "CAT DOG"): names in a string, a list, pairs with values or a dict."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names, last_values = names, [], []
            for count, name in enumerate(given):
                value = first_enum._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is not None:
            classdict["__module__"] = module
        classdict["__qualname__"] = qualname if qualname is not None else class_name
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The data type that members are of, and the first enum among the bases."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or base.__module__ == "builtins" or "__dataclass_fields__" in base.__dict__:
                    found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        found = list(dict.fromkeys(found))
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
        return found[0] if found else None

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """What makes members, whether to keep it as __new_member__, and whether it wants the value."""
        new = classdict.get("__new__")
        if isinstance(new, staticmethod):
            new = new.__func__
        save_new = first_enum is not None and new is not None
        if new is None:
            for base in (first_enum, member_type):
                inherited = base.__dict__.get("__new_member__", None) if base is first_enum else None
                if inherited is not None:
                    new = inherited
                    break
            else:
                if member_type is object:
                    new = _inherited_new(first_enum) or object.__new__
                else:
                    new = member_type.__new__
        return new, save_new, member_type is not object or new is not object.__new__


def _inherited_new(first_enum):
    for base in first_enum.__mro__:
        found = base.__dict__.get("__new_member__")
        if found is not None:
            return found
    return None


def _choose_texts(cls, bases, classdict, member_type, first_enum):
    """Members show themselves as an enum wants it, or, of a ReprEnum, as their values do."""
    if member_type is object:
        return
    if cls._is_flag_:
        for name in _FLAG_OPERATORS:
            if name not in classdict:
                type.__setattr__(cls, name, getattr(first_enum, name))
    if ReprEnum in bases:
        for name in ("__str__", "__format__"):
            if name not in classdict:
                type.__setattr__(cls, name, _AS_VALUE[name])
    for name in _REPLACED:
        if name not in classdict and getattr(cls, name) in (getattr(member_type, name), getattr(object, name)):
            type.__setattr__(cls, name, getattr(first_enum, name))


_FLAG_OPERATORS = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")
_AS_VALUE = {
    "__str__": lambda self: str(self._value_),
    "__format__": lambda self, format_spec: format(self._value_, format_spec),
}


def _check_order(cls, order):
    wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
    wanted = [name for name in wanted if name in cls._member_names_ or name not in cls._member_map_]
    if wanted != cls._member_names_:
        raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n  {wanted!r}")


EnumMeta = EnumType
_roots = []  # Enum itself, once it is there


class Enum(metaclass=EnumType):
    """What enums derive from."""

    _new_member_ = object.__new__
    _member_type_ = object
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _value_repr_ = None
    _is_flag_ = False

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        problem = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            problem = error
            result = None
        if isinstance(result, cls) or (cls._is_flag_ and cls._boundary_ is EJECT and isinstance(result, int)):
            return result
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if result is None and problem is None:
            raise invalid
        if problem is None:
            problem = TypeError(
                f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member"
            )
        if not isinstance(problem, ValueError):
            problem.__context__ = invalid
        raise problem

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        for cls in self.__class__.__mro__:
            for name, found in cls.__dict__.items():
                if name[:1] != "_" and name not in self._member_map_:
                    names.add(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


_roots.append(Enum)


class ReprEnum(Enum):
    """Only the repr of the members is changed; str() and format() are the value's."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


from _enum_flags import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag
from _enum_checks import (
    CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, global_enum_repr, global_flag_repr, global_str, unique, verify,
)
