"""What the trace function returns is called for the rest of the frame; None keeps what there was."""
import sys


def note(who, frame, event):
    seen.append((who, event, frame.f_lineno - frame.f_code.co_firstlineno))


def other(frame, event, arg):
    note("other", frame, event)


def local(frame, event, arg):
    note("local", frame, event)
    if frame.f_lineno == frame.f_code.co_firstlineno + 2:
        return other


def tracer(frame, event, arg):
    note("global", frame, event)
    return local


def nothing(frame, event, arg):
    seen.append((frame.f_code.co_name, event))


def f():
    a = 1
    b = 2
    c = 3
    return c


def g():
    f()
    yield 1


for function in (tracer, nothing):
    seen = []
    sys.settrace(function)
    f()
    list(g())
    sys.settrace(None)
    print(seen)


def switcher(frame, event, arg):
    seen.append((frame.f_code.co_name, event))
    if event == "line":
        sys.settrace(None)
    return switcher


def calls(frame, event, arg):
    # What a trace function does is not traced.
    seen.append((frame.f_code.co_name, event, f()))
    return calls


for function in (switcher, calls):
    seen = []
    sys.settrace(function)
    f()
    sys.settrace(None)
    print(seen)


def sets(frame, event, arg):
    note("sets", frame, event)
    frame.f_trace = other


seen = []
sys.settrace(sets)
f()
sys.settrace(None)
print(seen)
f()
sys.settrace(sets)
f()
sys.settrace(None)
print(len(seen))
