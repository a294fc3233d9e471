"""What Thread and its methods do not take."""
from threading import Thread


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(Thread, 5)
attempt(Thread, 1, 2, 3)
attempt(Thread, None, None, None, (), {}, True)
attempt(Thread, foo=1)
attempt(lambda: Thread(group=None, target=print, name="n", args=(), kwargs={}, daemon=True).name)
attempt(lambda: Thread(name=5).name)
attempt(lambda: Thread(name="").name[:7])
thread = Thread(target=lambda: None)
attempt(thread.join)
attempt(thread.start, 1)
attempt(thread.start)
attempt(thread.start)
attempt(thread.join, timeout=1)
attempt(thread.join, -1)
attempt(thread.join, "x")
attempt(thread.join, None, None)
attempt(setattr, thread, "daemon", True)
attempt(setattr, thread, "ident", 4)
attempt(setattr, thread, "native_id", 4)
attempt(setattr, thread, "name", None)
attempt(lambda: thread.name)
attempt(thread.run)
