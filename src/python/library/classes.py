"""Making classes and instances, and asking what they are, where a method written in Python has its say.

The class statement comes here if a base is no class or a metaclass is not `type` itself; a call of a
class, if its __new__ is written in Python; isinstance() and issubclass(), if a metaclass has a hook.
"""
from _engine import adopt, layout, is_native, lookup, make_builtin_instance, most_derived, run_class_body, subtype

# ---- the class statement -------------------------------------------------------------------------


def resolve_bases(bases):
    """The bases with what stands for others (__mro_entries__) replaced; `bases` itself if nothing does."""
    resolved = []
    changed = False
    for base in bases:
        if subtype(type(base), type):
            resolved.append(base)
            continue
        entries = getattr(base, "__mro_entries__", None)
        if entries is None:
            resolved.append(base)
            continue
        replacement = entries(bases)
        if not subtype(type(replacement), tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(replacement)
        changed = True
    return tuple(resolved) if changed else bases


def prepare_class(name, bases, keywords):
    """The metaclass, and what its __prepare__ gives for the body's names. Takes `metaclass` out of keywords."""
    if "metaclass" in keywords:
        metaclass = keywords.pop("metaclass")
    else:
        metaclass = type(bases[0]) if bases else type
    if subtype(type(metaclass), type):
        metaclass = most_derived(metaclass, bases)
    prepare = getattr(metaclass, "__prepare__", None)
    if prepare is None:
        return metaclass, {}
    names = prepare(name, bases, **keywords)
    if lookup(type(names), "__getitem__") is None:
        owner = metaclass.__name__ if subtype(type(metaclass), type) else "<metaclass>"
        raise TypeError(f"{owner}.__prepare__() must return a mapping, not {type(names).__name__}")
    return metaclass, names


def operation__build_class(body, name, bases, keywords):
    keywords = {} if keywords is None else {**keywords}
    resolved = resolve_bases(bases)
    metaclass, names = prepare_class(name, resolved, keywords)
    names["__module__"] = body.__module__
    cell = run_class_body(body, names)
    if resolved is not bases:
        names["__orig_bases__"] = bases
    if cell is not None:
        names["__classcell__"] = cell
    cls = metaclass(name, resolved, names, **keywords)
    if cell is not None and subtype(type(cls), type):
        try:
            made = cell.cell_contents
        except ValueError:
            raise RuntimeError(
                f"__class__ not set defining {name!r} as {cls!r}. "
                "Was __classcell__ propagated to type.__new__?"
            ) from None
        if made is not cls:
            raise TypeError(f"__class__ set to {made!r} defining {name!r} as {cls!r}")
    return cls


def engine__make_builtin_instance(cls, arguments, keywords):
    """The instance of a subclass where its builtin class's constructor needs Python."""
    return adopt(cls, layout(cls)(*arguments, **keywords))


object__new = engine__make_builtin_instance


def operation__make_by(metaclass, name, bases, names, keywords):
    """type(name, bases, names) where a base has a metaclass of its own."""
    cls = metaclass.__new__(metaclass, name, bases, names, **keywords)
    if subtype(type(cls), metaclass):
        type(cls).__init__(cls, name, bases, names, **keywords)
    return cls


def operation__load_name(names, name, outer):
    """A name in the body of a class whose __prepare__ gave `names`; NotImplemented: there is no outer one."""
    try:
        return names[name]
    except KeyError:
        if outer is NotImplemented:
            raise NameError(f"name {name!r} is not defined", name=name) from None
        return outer


def operation__setup_annotations(names):
    try:
        names["__annotations__"]
    except KeyError:
        names["__annotations__"] = {}


def operation__delete_name(names, name):
    try:
        del names[name]
    except KeyError:
        raise NameError(f"name {name!r} is not defined", name=name) from None


def operation__class_made(cls, keywords):
    for name, value in list(cls.__dict__.items()):
        set_name = lookup(type(value), "__set_name__")
        if set_name is not None:
            try:
                set_name(value, cls, name)
            except BaseException as error:
                raise RuntimeError(
                    f"Error calling __set_name__ on {type(value).__name__!r} instance {name!r} "
                    f"in {cls.__name__!r}"
                ) from error
    hook = super(cls, cls).__init_subclass__
    hook(**keywords)
    return cls


# ---- calling a class ------------------------------------------------------------------------------


def operation__abstract(cls, names):
    names = sorted(names)
    plural = "s" if len(names) > 1 else ""
    raise TypeError(
        f"Can't instantiate abstract class {cls.__name__} with abstract method{plural} {', '.join(names)}"
    )


def operation__construct(cls, arguments, keywords):
    new = lookup(cls, "__new__")
    native = not hasattr(new, "__func__") or is_native(new.__func__)
    if native:
        instance = make_builtin_instance(cls, arguments, keywords)
    else:
        instance = new.__func__(cls, *arguments, **keywords)
    if isinstance(instance, cls):
        init = lookup(type(instance), "__init__")
        if not is_native(init) or (not native and isinstance(instance, BaseException)):
            result = init(instance, *arguments, **keywords)
            if result is not None:
                raise TypeError(f"__init__() should return None, not '{type(result).__name__}'")
    return instance


# ---- isinstance and issubclass --------------------------------------------------------------------


def builtins__isinstance(object, classinfo):
    cls = type(object)
    if cls is classinfo:
        return True
    if subtype(type(classinfo), tuple):
        for candidate in classinfo:
            if isinstance(object, candidate):
                return True
        return False
    check = lookup(type(classinfo), "__instancecheck__")
    if check is None:
        raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    if not is_native(check):
        return True if check(classinfo, object) else False
    if subtype(cls, classinfo):
        return True
    claimed = getattr(object, "__class__", cls)
    return claimed is not cls and subtype(type(claimed), type) and subtype(claimed, classinfo)


def builtins__issubclass(cls, classinfo):
    if subtype(type(classinfo), tuple):
        for candidate in classinfo:
            if issubclass(cls, candidate):
                return True
        return False
    check = lookup(type(classinfo), "__subclasscheck__")
    if check is not None and not is_native(check):
        return True if check(classinfo, cls) else False
    if not subtype(type(cls), type):
        raise TypeError("issubclass() arg 1 must be a class")
    if check is None:
        raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return subtype(cls, classinfo)
