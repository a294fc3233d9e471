"""A traced generator goes on in other threads, traced or not."""
import sys
import threading

seen = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == "generator":
        seen.append((event, arg))
    return tracer


def generator():
    for i in range(4):
        yield i


def step(traced):
    sys.settrace(tracer if traced else None)
    seen.append(next(g))
    sys.settrace(None)


g = generator()
for traced in (True, False, True, True):
    thread = threading.Thread(target=step, args=(traced,))
    thread.start()
    thread.join()
print(*seen, sep="\n")
