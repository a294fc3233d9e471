"""With both set, the trace function hears of a call and of a return before the profile function."""
import sys

log = []


def tracer(frame, event, arg):
    log.append(("trace", frame.f_code.co_name, event))
    return tracer


def profiler(frame, event, arg):
    log.append(("profile", frame.f_code.co_name, event))


def numbers():
    yield 1


def fails():
    raise ValueError


def main():
    len([*numbers()])
    try:
        fails()
    except ValueError:
        pass


sys.setprofile(profiler)
sys.settrace(tracer)
main()
sys.settrace(None)
sys.setprofile(None)
for entry in log:
    print(*entry)
