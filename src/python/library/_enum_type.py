"""The module enum: the metaclass, which makes members and finds them by value and by name."""
from _engine import caller_module
from _enum_dict import EnumDict, _is_descriptor, _is_dunder, _unset, property as enum_property
from types import MappingProxyType

__name__ = "enum"

_REPLACED = ("__repr__", "__str__", "__format__")
_roots = []  # Enum and ReprEnum, once they are there


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
        if not cls._is_flag_ or cls._note_flag(name, value):
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
        if isinstance(found, (enum_property, property)) or _is_descriptor(found):
            accessors = [getattr(found, part, None) for part in ("fget", "fset", "fdel")]
            redirect = enum_property(*accessors)
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
            type.__setattr__(made, "__new__", _roots[0].__dict__["__new__"])
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
        if not isinstance(member, _roots[0]):
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

    @property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if cls.__dict__.get("_is_flag_"):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Enum("Animal", "CAT DOG"): names in a string, a list, pairs with values or a dict."""
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        metacls, bases = cls.__class__, (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        classdict = metacls.__prepare__(class_name, bases)
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
            return object, _roots[0] if _roots else None
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError(
                "new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`"
            )
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
                elif base.__module__ == "builtins" or _holds_data(base):
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
            new = _inherited_new(first_enum) or member_type.__new__
        return new, save_new, member_type is not object or new is not object.__new__


def _holds_data(cls):
    return "__new__" in cls.__dict__ or "__dataclass_fields__" in cls.__dict__


def _inherited_new(first_enum):
    for base in first_enum.__mro__ if first_enum is not None else ():
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
    if len(_roots) > 1 and _roots[1] in bases:
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
