"""What Condition and its methods take."""
from threading import Condition, Lock


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: type(Condition(lock=Lock())).__name__)
attempt(Condition, 5)
attempt(Condition, lock="x")
attempt(Condition, None, None)
condition = Condition()
attempt(condition.acquire, False)
attempt(condition.wait, 0)
attempt(condition.wait, -1)
attempt(condition.wait, timeout=0.01)
attempt(condition.wait, "x")
attempt(condition.wait, float("nan"))
attempt(condition.wait, 1, 2)
attempt(condition.notify, n=5)
attempt(condition.notify, -1)
attempt(condition.notify_all)
attempt(condition.notify_all, 1)
attempt(condition.wait_for, lambda: 0, 0.01)
attempt(condition.wait_for, lambda: [], -1)
attempt(condition.wait_for, predicate=lambda: 5, timeout=0)
attempt(condition.wait_for, lambda: 5, "x")
attempt(condition.wait_for, 5)
attempt(condition.wait_for)
attempt(condition.release)
attempt(condition.release)
attempt(condition.wait)
attempt(condition.wait_for, lambda: True)
attempt(condition.wait_for, lambda: False)
attempt(condition.notify)
attempt(condition.notify_all)
attempt(condition.acquire, blocking=True, timeout=1)
attempt(condition.acquire, timeout=-5)
