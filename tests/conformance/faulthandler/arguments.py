"""What the functions of faulthandler take."""
import faulthandler
import io
import sys


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(faulthandler.enable, file=sys.stderr, all_threads=False)
attempt(faulthandler.is_enabled)
attempt(faulthandler.disable)
attempt(faulthandler.enable, 2)
attempt(faulthandler.disable)
attempt(faulthandler.enable, -1)
attempt(faulthandler.enable, "x")
attempt(faulthandler.enable, io.StringIO())
attempt(faulthandler.is_enabled)
attempt(faulthandler.dump_traceback, -1)
attempt(faulthandler.dump_traceback, io.StringIO())
attempt(faulthandler.dump_traceback, file=io.BytesIO(), all_threads=False)
attempt(faulthandler.dump_traceback_later, 0)
attempt(faulthandler.dump_traceback_later, -1)
attempt(faulthandler.dump_traceback_later, "x")
attempt(faulthandler.dump_traceback_later, float("nan"))
attempt(faulthandler.dump_traceback_later, 1e30)
attempt(faulthandler.dump_traceback_later, 100, True, sys.stderr, False)
attempt(faulthandler.dump_traceback_later, timeout=100, repeat=True, file=sys.stderr, exit=True)
attempt(faulthandler.cancel_dump_traceback_later)
attempt(faulthandler.cancel_dump_traceback_later)
