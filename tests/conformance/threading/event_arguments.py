"""What Event and its methods take."""
from threading import Event


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(Event, 1)
event = Event()
attempt(event.wait, 0)
attempt(event.wait, -1)
attempt(event.wait, timeout=0.01)
attempt(event.wait, "x")
attempt(event.wait, float("nan"))
attempt(event.set)
attempt(event.wait, "what is not waited for is not asked")
attempt(event.wait)
attempt(event.set, 1)
attempt(event.clear)
attempt(event.is_set)
attempt(event.is_set, 1)
attempt(event.wait, 1e20)
attempt(event.wait, float("inf"))
attempt(event.wait, 1, 2)
