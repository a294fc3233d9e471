"""A call that fails leaves run(); the rest is still there."""
from sched import scheduler


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


calls = scheduler(lambda: 0, lambda seconds: None)
calls.enter(0, 1, 5)
calls.enter(0, 2, lambda: 1 / 0)
calls.enter(0, 3, print, ("after",), {"bad": 1})
calls.enter(0, 4, print, ("last",))
for _ in range(4):
    attempt(calls.run)
attempt(calls.empty)
attempt(lambda: calls.enterabs("text", 1, print).time)
attempt(calls.run)
calls.enter(0, "x", print)
attempt(calls.enter, 0, 1, print)
