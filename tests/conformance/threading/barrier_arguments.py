"""What Barrier and its wait() take."""
from threading import Barrier


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(Barrier)
attempt(lambda: Barrier(parties=2, action=None, timeout=1).parties)
attempt(lambda: Barrier(2, print, 1).n_waiting)
attempt(lambda: Barrier(1, 5).wait())
attempt(lambda: Barrier(1).wait(-1))
attempt(lambda: Barrier(1).wait(timeout=0))
attempt(lambda: Barrier(2).wait("x"))
attempt(lambda: Barrier(2, timeout="x").wait())
attempt(lambda: Barrier(2).wait(timeout=0))
attempt(lambda: Barrier(2).wait(timeout=-5))
attempt(lambda: Barrier(2, timeout=0.01).wait())
attempt(lambda: Barrier(2, timeout=100).wait(0.01))
attempt(Barrier(2).wait, 1, 2)
attempt(Barrier(2).reset, 1)
attempt(Barrier(2).abort, 1)
for name in ("parties", "n_waiting", "broken"):
    attempt(setattr, Barrier(2), name, 1)
