"""Locks and locals are not copied; all of threading can be referred to weakly."""
import copy
import gc
import threading
import weakref


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


for thing in (threading.Lock(), threading.RLock(), threading.local()):
    attempt(copy.copy, thing)
    attempt(copy.deepcopy, [thing])
for thing in (threading.Lock(), threading.RLock(), threading.local(), threading.Condition(), threading.Event(), threading.Semaphore(),
              threading.BoundedSemaphore(), threading.Barrier(2), threading.Thread(), threading.Timer(1, print)):
    attempt(lambda: weakref.ref(thing)() is thing)
for number in range(3):
    reference = weakref.ref(threading.local())
    gc.collect()
    attempt(reference)
attempt(lambda: type("Sub", (type(threading.Lock()),), {}))
