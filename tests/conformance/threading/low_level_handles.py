"""Threads of _thread that can be joined (3.13): what their functions take."""
# compare: pyodide
import _thread


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


handle = _thread._ThreadHandle()
attempt(lambda: handle.ident)
attempt(handle.is_done)
attempt(handle.join)
attempt(lambda: repr(handle).split(" object")[1])
attempt(lambda: type("Sub", (_thread._ThreadHandle,), {}))
attempt(_thread.start_joinable_thread, 5)
attempt(_thread.start_joinable_thread, print, 5)
attempt(_thread.start_joinable_thread, function=None, handle=handle, daemon=False)
attempt(handle._set_done)
attempt(handle.is_done)
attempt(_thread.daemon_threads_allowed)
