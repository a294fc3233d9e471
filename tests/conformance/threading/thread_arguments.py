"""args and kwargs reach the target; run() lets go of them."""
import threading


def show(*args, **kwargs):
    print(args, kwargs)


for arguments in ({"args": (1, 2)}, {"args": [3]}, {"kwargs": {"x": 1}}, {"args": "ab", "kwargs": {}}, {}):
    thread = threading.Thread(target=show, **arguments)
    thread.start()
    thread.join()
    print(hasattr(thread, "_target"), hasattr(thread, "_args"), hasattr(thread, "_kwargs"))
for arguments in ((1,), (None, show, "name", (), None, True)):
    try:
        threading.Thread(*arguments)
    except (AssertionError, TypeError) as error:
        print(type(error).__name__, error)


class Habit(threading.Thread):
    def run(self):
        self.result = self._target(*self._args, **self._kwargs)


habit = Habit(target=max, args=(3, 5), kwargs={"key": lambda x: -x})
habit.start()
habit.join()
print(habit.result, habit._args)
