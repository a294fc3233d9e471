# What functions and methods look like: a call without its parentheses prints one of these.
import collections
import contextlib
import functools
import itertools
import queue
import random
import re
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor


class C:
    def method(self): ...
    @classmethod
    def of_class(cls): ...
    @staticmethod
    def static(): ...
    @property
    def prop(self): ...
    __slots__ = ("slot",)

    def __repr__(self):
        return "<C of mine>"


class Items(list):
    def extra(self): ...


class Called:
    def __call__(self): ...
    def __repr__(self):
        return "<Called>"


class Named(Called):
    __qualname__ = "Sort.Named"
    def __init__(self, name):
        self.__qualname__ = name


def generator():
    yield


@contextlib.contextmanager
def manager():
    yield


def outer():
    def inner(): ...
    return inner


P = collections.namedtuple("P", "x")
Method = type(C().method)
t = threading.Thread(name="T")
values = [
    # functions, and methods of classes of the program
    generator, generator(), outer(), lambda: 0, manager, C.method, C.of_class, C().of_class, C.static, C().static,
    C().method, C.prop, C.slot, C.__dict__["of_class"], C.__dict__["static"], C.__repr__, C().__repr__, Items().extra,
    Items([1]).extra, Items().append, Items().__len__, C().method.__func__, P(1)._replace, P._make, P(1)._asdict, P.__repr__,
    # methods bound by hand, to what has a __repr__ in Python or none
    Method(generator, C()), Method(C, 5), Method(Called(), 5), Method(Named("name"), [C()]), Method(Named(5), 5),
    Method(C.method, C), classmethod(C), classmethod(Called()), staticmethod(Called()), staticmethod(C().method), classmethod(len),
    # of builtin classes
    [].append, list.append, {}.get, dict.get, "".join, str.join, (1).bit_length, int.bit_length, int.from_bytes, (1.5).hex,
    float.fromhex, dict.fromkeys, {}.fromkeys, b"".hex, set().add, frozenset().union, range(3).index, type.mro, str.maketrans,
    object.__new__, int.__new__, C.__new__, object.__init_subclass__, object.__subclasshook__, object().__format__,
    object.__dir__, ValueError("x").with_traceback, Exception.with_traceback, print, len, getattr, open, isinstance, sorted, input,
    (1).__add__, int.__add__, [].__len__, list.__len__, [].__getitem__, list.__getitem__, list.__setitem__, {}.__getitem__,
    {}.__contains__, [].__contains__, "".__contains__, set().__contains__, (1,).__getitem__, "".__getitem__, [].__iter__, iter([]).__next__,
    object.__init__, object().__eq__, C().__eq__, C.__eq__, C().__init__, C.__init__, C().__hash__, None.__eq__, True.__and__,
    type.__call__, generator.__call__, generator.__get__, generator().__next__, generator().send, generator().close,
    ValueError("x").__str__, print.__call__, int.real, int.numerator, (1).conjugate, bytearray().append, bytearray(b"x").decode,
    # of the library, written in C
    functools.partial(print, 1, sep=""), functools.partial(C().method), functools.partial(len), functools.reduce, functools.cmp_to_key,
    functools.lru_cache(generator), functools.lru_cache(generator).cache_info, functools.partialmethod(len, 1, x=2), functools.partialmethod(len),
    collections.deque().append, collections.deque.append, collections.OrderedDict().move_to_end, collections.OrderedDict.move_to_end,
    collections.defaultdict(int).get, collections.defaultdict(int).copy, collections.Counter().most_common, collections.ChainMap().new_child,
    itertools.count().__next__, itertools.chain.from_iterable, itertools.chain, re.compile("a").match, re.match("a", "a").group,
    re.Pattern.match, re.Match.group, re.match, random.Random(1).random, random.randint, time.sleep, time.time, time.strftime,
    queue.SimpleQueue().put, queue.SimpleQueue().get,
    # of the library, written in Python
    t.start, t.is_alive, t.join, threading.Thread.start, threading.Event().wait, threading.Condition().wait_for, threading.Semaphore(2).acquire,
    threading.BoundedSemaphore(2).release, threading.Barrier(3).abort, threading.Timer(1, print).start, threading.RLock().release,
    threading.Lock().acquire, threading.Lock().__enter__, threading.current_thread, threading.get_ident, threading.excepthook,
    queue.Queue().put, queue.Queue.put, queue.LifoQueue().get, Future().done, Future().set_result, ThreadPoolExecutor.submit,
    ThreadPoolExecutor(1).shutdown,
]
for value in values:
    print(re.sub(r"0x[0-9a-f]+", "0x", repr(value)))
print([C().method], {"key": C().method}, f"{C().method}", str(C().method), "%s %r" % (C().method, C().method))
recursive = []
recursive.append(Items(recursive).extra)
print(re.sub(r"0x[0-9a-f]+", "0x", repr(recursive)))
