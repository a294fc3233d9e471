"""dump_traceback() tells where the threads are."""
import faulthandler
import sys
import threading
import time

try:
    faulthandler.dump_traceback("x")
except AttributeError as error:
    print(error)
print(faulthandler.is_enabled(), faulthandler.enable(), faulthandler.is_enabled(), faulthandler.disable(), faulthandler.disable())
for bad in (0, -1, "x"):
    try:
        faulthandler.dump_traceback_later(bad)
    except (ValueError, TypeError) as error:
        print(error)
faulthandler.dump_traceback_later(60)
faulthandler.cancel_dump_traceback_later()
faulthandler.cancel_dump_traceback_later()
gate = threading.Lock()
begun = []


def wait():
    begun.append(1)
    with gate:
        pass


with gate:
    thread = threading.Thread(target=wait)
    thread.start()
    while not begun:
        time.sleep(0.001)
    while sys._current_frames()[thread.ident].f_lineno != wait.__code__.co_firstlineno + 2:
        time.sleep(0.001)
    faulthandler.dump_traceback()
    frames = sys._current_frames()
    print(sorted(frame.f_code.co_name for frame in frames.values()), set(frames) == {thread.ident, threading.get_ident()})
    print(frames[thread.ident].f_lineno, frames[thread.ident].f_globals is globals())
thread.join()
sys.stderr = None
try:
    faulthandler.dump_traceback()
except RuntimeError as error:
    print(error)
