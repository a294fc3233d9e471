"""What the methods of a scheduler take."""
from sched import scheduler


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


calls = scheduler(timefunc=lambda: 0, delayfunc=lambda seconds: None)
attempt(scheduler, 1, 2, 3)
attempt(calls.enter)
attempt(calls.enter, "x", 1, print)
attempt(calls.enterabs)
attempt(lambda: calls.enterabs(time=5, priority=1, action=print, argument=(), kwargs={})[:3])
attempt(lambda: calls.enterabs(time=0, priority=2, action=print, argument=(1,), kwargs={"end": "!\n"})._fields)
attempt(lambda: calls.enter(delay=7, priority=1, action=print).sequence)
attempt(calls.run, blocking=False)
attempt(lambda: (calls.empty(), [event.time for event in calls.queue]))
attempt(calls.cancel, 5)
attempt(calls.cancel, event=calls.queue[0])
attempt(calls.run, False)
attempt(calls.empty, 1)
attempt(setattr, calls, "queue", [])
