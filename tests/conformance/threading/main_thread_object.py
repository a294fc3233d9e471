"""The main thread's Thread: what can be done with it."""
import threading


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


main = threading.main_thread()
attempt(main.join)
attempt(main.start)
attempt(main.run)
attempt(main.is_alive)
attempt(lambda: main.daemon)
attempt(setattr, main, "daemon", True)
attempt(lambda: (main.name, type(main).__name__, main is threading.current_thread()))
attempt(setattr, main, "name", "first")
attempt(lambda: (threading.current_thread().name, repr(main).split(",")[0]))
