"""Exceptions that nobody can catch: what sys.unraisablehook is told, and what it prints by itself."""
import gc
import sys


class Bad:
    def __init__(self, error):
        self.error = error

    def __del__(self):
        raise self.error


class Chatty(Exception):
    def __str__(self):
        raise ValueError("no text")


def drop(make):
    make()
    gc.collect()


def hook(told):
    print("told", told.exc_type.__name__, told.exc_value, told.exc_traceback.tb_lineno, told.err_msg,
          told.object.__qualname__, sys.exc_info()[0])


sys.unraisablehook = hook
drop(lambda: Bad(ValueError("no")))
drop(lambda: Bad(SystemExit(3)))
drop(lambda: Bad(KeyboardInterrupt()))
try:
    raise LookupError("around")
except LookupError:
    drop(lambda: Bad(ValueError("inside")))


def failing_hook(told):
    raise RuntimeError("hook")


sys.stderr = sys.stdout
sys.unraisablehook = failing_hook
drop(lambda: Bad(ValueError("no")))
sys.unraisablehook = None
drop(lambda: Bad(ValueError("no")))
del sys.unraisablehook
drop(lambda: Bad(KeyboardInterrupt()))
sys.unraisablehook = sys.__unraisablehook__
drop(lambda: Bad(Chatty()))


class Takes:
    def __del__(self, more):
        pass


def work():
    Takes()
    gc.collect()


sys.unraisablehook = lambda told: print(told.exc_value, told.exc_traceback.tb_frame.f_code.co_name)
work()
sys.unraisablehook = sys.__unraisablehook__
print("end")
