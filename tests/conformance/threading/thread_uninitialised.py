"""A thread whose __init__ was not called says so."""
import threading


class NoInit(threading.Thread):
    def __init__(self):
        pass


thread = NoInit()
for action in (thread.start, thread.join, thread.is_alive, lambda: thread.name, lambda: setattr(thread, "name", "x"), lambda: thread.ident,
               lambda: thread.daemon, lambda: setattr(thread, "daemon", True), lambda: thread.native_id):
    try:
        print(action())
    except (RuntimeError, AssertionError) as error:
        print(type(error).__name__, error)
