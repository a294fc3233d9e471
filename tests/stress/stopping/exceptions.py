# Exceptions that end threads, hooks that are told, handlers and generators that are left open.
import contextlib
import threading

told = []
threading.excepthook = lambda args: told.append(args.exc_type)


@contextlib.contextmanager
def guard():
    try:
        yield
    except LookupError as error:
        raise ValueError("guarded") from error
    finally:
        len(told)


def fail(depth):
    try:
        if depth:
            return fail(depth - 1)
        with guard():
            return {}["missing"]
    finally:
        told.clear()


while True:
    threads = [threading.Thread(target=fail, args=(depth,)) for depth in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
