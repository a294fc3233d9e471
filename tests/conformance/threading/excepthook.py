"""threading.excepthook is told of what leaves run(); SystemExit is silent."""
import sys
import threading


def run(function):
    thread = threading.Thread(target=function, name="worker")
    thread.start()
    thread.join()


def fail():
    raise ValueError("failed")


def leave():
    sys.exit(3)


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.exc_traceback is args.exc_value.__traceback__, args.thread.name, len(args))


threading.excepthook = hook
run(fail)
run(leave)
threading.excepthook = threading.__excepthook__
sys.stderr = sys.stdout
run(leave)
print(threading.ExceptHookArgs is type(threading.ExceptHookArgs((1, 2, 3, 4))), threading.ExceptHookArgs((1, 2, 3, 4)))
for bad in ((1, 2, 3), 5):
    try:
        threading.ExceptHookArgs(bad)
    except TypeError as error:
        print(type(error).__name__)
try:
    threading.excepthook(5)
except TypeError as error:
    print(error)
try:
    fail()
except ValueError as error:
    threading.excepthook(threading.ExceptHookArgs((SystemExit, None, None, None)))
