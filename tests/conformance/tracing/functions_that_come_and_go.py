"""Trace and profile functions come and go while four threads run, raise, yield and look at frames."""
import sys
import threading
import time


def tracer(frame, event, arg):
    counts[event] = counts.get(event, 0) + 1
    return tracer


def other(frame, event, arg):
    return None


def step(i):
    try:
        if i % 7 == 0:
            raise ValueError(i)
        return [x for x in range(3)]
    except ValueError:
        return None


def numbers():
    yield from range(3)


def work():
    i = 0
    while not done:
        i += 1
        step(i)
        list(numbers())
        sys._getframe().f_locals


# Newer than 3.11.
settrace_all_threads = getattr(threading, "settrace_all_threads", sys.settrace)
setprofile_all_threads = getattr(threading, "setprofile_all_threads", sys.setprofile)
counts, done = {}, False
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
end = time.monotonic() + 0.5
round = 0
while round < 8 or time.monotonic() < end:
    round += 1
    settrace_all_threads((tracer, None, other)[round % 3])
    setprofile_all_threads((tracer, None, None, other)[round % 4])
    for frame in sys._current_frames().values():
        frame.f_lineno, frame.f_locals, frame.f_back
    time.sleep(0.001)
settrace_all_threads(None)
setprofile_all_threads(None)
done = True
for thread in threads:
    thread.join()
print("call" in counts or not hasattr(threading, "settrace_all_threads"), sys.gettrace(), sys.getprofile())
