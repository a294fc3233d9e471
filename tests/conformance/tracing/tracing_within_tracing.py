# compare: pyodide
"""sys.call_tracing() calls a function with tracing as it is outside of the trace function."""
import sys

seen = []


def tracer(frame, event, arg):
    seen.append((frame.f_code.co_name, event))
    if frame.f_code.co_name == "inner" and event == "return":
        sys.call_tracing(other, (1,))
    return tracer


def inner():
    return 1


def other(x):
    return x


sys.settrace(tracer)
inner()
sys.settrace(None)
print(seen)
