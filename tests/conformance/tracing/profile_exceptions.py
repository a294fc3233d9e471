"""A profile function sees builtins fail, and frames left by an exception return None."""
import sys

log = []


def profiler(frame, event, arg):
    log.append((frame.f_code.co_name, frame.f_lineno, event, getattr(arg, "__name__", arg)))


def fails():
    try:
        len(3)
    except TypeError:
        pass
    [].index(4)


def numbers():
    yield 1
    raise KeyError


def main():
    try:
        fails()
    except ValueError:
        pass
    try:
        for n in numbers():
            abs(n)
    except KeyError:
        pass


sys.setprofile(profiler)
main()
sys.setprofile(None)
for entry in log:
    print(*entry)
