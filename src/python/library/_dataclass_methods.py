"""The methods of a dataclass that are compiled from text: __init__, comparisons and __hash__."""
from _dataclass_fields import FIELD, INIT_VARIABLE, MISSING, fields_of_init


def _parameter(field):
    text = f"{field.name}: __type_{field.name}"
    if field.default is not MISSING:
        return f"{text} = __default_{field.name}"
    if field.default_factory is not MISSING:
        return f"{text} = __factory"
    return text


def _assignment(field, frozen, slots):
    """The line that sets the field; None if there is nothing to set."""
    if field.default_factory is not MISSING:
        value = f"__make_{field.name}()"
        if field.init:
            value = f"{value} if {field.name} is __factory else {field.name}"
    elif field.init:
        value = field.name
    elif slots and field.default is not MISSING:
        value = f"__default_{field.name}"
    else:
        return None
    if field._field_type is INIT_VARIABLE:
        return None
    if frozen:
        return f"__set(__self, {field.name!r}, {value})"
    return f"__self.{field.name} = {value}"


class _HasDefaultFactory:
    def __repr__(self):
        return "<factory>"


def make_init(cls, fields, frozen, slots):
    """The function, or TypeError if fields without a default follow such with one."""
    positional, by_keyword = fields_of_init(fields)
    optional = False
    for field in positional:
        if field.default is not MISSING or field.default_factory is not MISSING:
            optional = True
        elif optional:
            raise TypeError(f"non-default argument {field.name!r} follows default argument")
    scope = {"__set": object.__setattr__, "__factory": _HasDefaultFactory()}
    for field in fields.values():
        scope[f"__type_{field.name}"] = field.type
        scope[f"__default_{field.name}"] = field.default
        scope[f"__make_{field.name}"] = field.default_factory
    parameters = ["__self", *map(_parameter, positional)]
    if by_keyword:
        parameters += ["*", *map(_parameter, by_keyword)]
    lines = [_assignment(field, frozen, slots) for field in fields.values() if field._field_type is FIELD]
    lines = [line for line in lines if line is not None]
    if hasattr(cls, "__post_init__"):
        given = [field.name for field in fields.values() if field._field_type is INIT_VARIABLE]
        lines.append(f"__self.__post_init__({', '.join(given)})")
    text = f"def __init__({', '.join(parameters)}) -> None:\n"
    text += "".join([f"    {line}\n" for line in lines or ["pass"]])
    text = text.replace("__self", "self" if "self" not in fields else "__dataclass_self__")
    return _compiled(cls, "__init__", text, scope)


def _compiled(cls, name, text, scope):
    exec(text, scope)
    method = scope[name]
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    method.__module__ = cls.__module__
    return method


def _values(object, names):
    """(self.x, self.y,) as text."""
    return "(" + "".join([f"{object}.{name}, " for name in names]) + ")"


def make_comparison(cls, name, symbol, names):
    """__eq__, __lt__ and so on: instances compare as tuples of their fields do."""
    text = (
        f"def {name}(self, other):\n"
        "    if other.__class__ is self.__class__:\n"
        f"        return {_values('self', names)} {symbol} {_values('other', names)}\n"
        "    return NotImplemented\n"
    )
    return _compiled(cls, name, text, {})


def make_hash(cls, names):
    return _compiled(cls, "__hash__", f"def __hash__(self):\n    return hash({_values('self', names)})\n", {})
