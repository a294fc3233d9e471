"""settrace_all_threads() and setprofile_all_threads(), of 3.12, reach a thread that runs already."""
import sys
import threading

ready, go = threading.Event(), threading.Event()
seen = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == "f":
        seen.append((threading.current_thread().name, event))
    return tracer


def f():
    return 1


def target():
    f()
    ready.set()
    go.wait()
    f()
    seen.append((sys.gettrace() is tracer, sys.getprofile() is tracer))


def events(set_for_all):
    seen.clear()
    ready.clear()
    go.clear()
    thread = threading.Thread(target=target, name="T")
    thread.start()
    ready.wait()
    set_for_all(tracer)
    f()
    go.set()
    thread.join()
    set_for_all(None)
    f()
    return [*seen, sys.gettrace(), sys.getprofile(), threading.gettrace(), threading.getprofile()]


def expected(*names):
    return [*((thread, event) for thread in ("MainThread", "T") for event in names), ("line" in names, "line" not in names),
            None, None, None, None]


traced, profiled = expected("call", "line", "return"), expected("call", "return")
if hasattr(threading, "settrace_all_threads"):
    print(events(threading.settrace_all_threads) == traced, events(threading.setprofile_all_threads) == profiled)
else:
    print(True, True)
