"""The module gc: the collector as a program sees it.

The engine traces: it needs no help with cycles, and it collects by itself when enough was allocated,
whatever disable() says. collect() makes it do so now.
"""
from _gc import _collections, _farewells_said, _request, is_finalized, is_tracked
from _library import operation__after_collection

DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL

callbacks = []
garbage = []
_state = {"enabled": True, "threshold": (700, 10, 10), "debug": 0, "asked": 0}


def collect(generation=2):
    """Frees everything that cannot be reached. How many objects that were is not known: 0."""
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    for callback in callbacks:
        callback("start", {"generation": generation, "collected": 0, "uncollectable": 0})
    collect_all()
    _state["asked"] += 1
    for callback in callbacks:
        callback("stop", {"generation": generation, "collected": 0, "uncollectable": 0})
    return 0


# In a program whose every __del__ makes another object with a __del__ there is no end.
_MOST_ROUNDS = 20


def collect_all():
    """Collects until nothing goes any more that has a __del__: what it owned goes after it."""
    for _ in range(_MOST_ROUNDS):
        said = _farewells_said()
        collect_now()
        operation__after_collection()
        if _farewells_said() == said:
            break


def collect_now(request=_request):
    """A function of its own: in the registers of the innermost frame nothing may be left from others."""
    before = _collections()
    request()
    while _collections() == before:
        pass


def enable():
    _state["enabled"] = True


def disable():
    _state["enabled"] = False


def isenabled():
    return _state["enabled"]


def get_count():
    return 0, 0, 0


def get_threshold():
    return _state["threshold"]


def set_threshold(threshold0, threshold1=10, threshold2=10, /):
    _state["threshold"] = threshold0, threshold1, threshold2


def get_debug():
    return _state["debug"]


def set_debug(flags, /):
    _state["debug"] = flags


def get_stats():
    young = {"collections": 0, "collected": 0, "uncollectable": 0}
    return [young, dict(young), {"collections": _collections(), "collected": 0, "uncollectable": 0}]


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0


def get_objects(generation=None):
    raise NotImplementedError("gc.get_objects() is not there: the collector keeps no list of objects")


def get_referrers(*objs):
    raise NotImplementedError("gc.get_referrers() is not there: the collector keeps no list of objects")


def get_referents(*objs):
    raise NotImplementedError("gc.get_referents() is not there: the collector alone knows what objects refer to")
