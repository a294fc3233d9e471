"""_thread: what threading is built on."""
import _thread
import time

done = _thread.allocate_lock()
done.acquire()


def work(a, b=0):
    print(a, b, _thread.get_ident() != main)
    done.release()
    _thread.exit()
    print("never")


main = _thread.get_ident()
ident = _thread.start_new_thread(work, (1,), {"b": 2})
done.acquire()
print(isinstance(ident, int), ident != main, isinstance(_thread.get_native_id(), int))
_thread.start_new(work, (3,))
done.acquire()
while _thread._count():
    time.sleep(0.001)
print(_thread._count())
for arguments in ((1, ()), (print, [1]), (print, (), 1), (print,), ()):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as error:
        print("TypeError", error if len(arguments) > 1 else "")
for end in (_thread.exit, _thread.exit_thread):
    try:
        end()
    except SystemExit as error:
        print("SystemExit", error.args)
print(_thread.LockType is type(done), _thread.error is RuntimeError, _thread.TIMEOUT_MAX > 1e9)
print(_thread.RLock().acquire(), _thread._local, _thread._ExceptHookArgs)
