"""What wait() and as_completed() take."""
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future, as_completed, wait


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(wait)
attempt(wait, [])
attempt(wait, fs=[], timeout=None, return_when=ALL_COMPLETED)
attempt(wait, [1])
attempt(wait, 5)
attempt(wait, [], return_when="whatever, for there is nothing to wait for")
attempt(wait, [Future()], return_when="x")
attempt(wait, [Future()], 0, None)
attempt(wait, [Future()], "x")
for timeout in (0, -1, 0.01):
    attempt(lambda: [len(part) for part in wait([Future()], timeout)])
attempt(lambda: (wait([])._fields, wait([]).done, wait([]).not_done))
attempt(as_completed)
attempt(lambda: list(as_completed(fs=[], timeout=1)))
attempt(lambda: list(as_completed([1])))
attempt(lambda: list(as_completed(5)))
attempt(lambda: list(as_completed([Future()], 0)))
attempt(lambda: list(as_completed([Future(), Future()], timeout=0.01)))
attempt(lambda: list(as_completed([Future()], "x")))
attempt(lambda: (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED))
