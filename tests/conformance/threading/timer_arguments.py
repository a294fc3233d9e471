"""What Timer takes, and its attributes."""
from threading import Timer


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(Timer)
attempt(Timer, 1)
attempt(Timer, 1, print, [], {}, 5)
timer = Timer(interval=0.01, function=print, args=("called",), kwargs={"end": "!\n"})
attempt(lambda: (timer.interval, timer.function is print, timer.args, timer.kwargs, timer.finished.is_set()))
attempt(timer.start)
attempt(timer.join)
attempt(lambda: timer.finished.is_set())
attempt(timer.cancel)
attempt(timer.start)
attempt(lambda: (Timer(1, print).args, Timer(1, print).kwargs, Timer(1, print).name[:7]))
