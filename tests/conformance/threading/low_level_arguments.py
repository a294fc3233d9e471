"""What the functions of _thread take."""
import _thread
import threading


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(_thread.start_new_thread, 5, ())
attempt(_thread.start_new_thread, print, [])
attempt(_thread.start_new_thread, print, (), 5)
attempt(_thread.get_ident, 1)
attempt(_thread.get_native_id, 1)
attempt(_thread.interrupt_main, "x")
attempt(_thread.interrupt_main, -1)
attempt(_thread.interrupt_main, 0)
attempt(_thread.interrupt_main, 1000)
attempt(_thread.stack_size)
attempt(_thread._count)
attempt(lambda: (_thread.error, _thread.TIMEOUT_MAX == threading.TIMEOUT_MAX, _thread.LockType is type(_thread.allocate_lock())))
attempt(lambda: (_thread._excepthook is threading.__excepthook__, _thread.RLock is type(threading.RLock())))
attempt(lambda: type(_thread.allocate()) is _thread.LockType)
for leave in (_thread.exit, _thread.exit_thread):
    try:
        leave()
    except SystemExit as error:
        print("SystemExit", error.code)
