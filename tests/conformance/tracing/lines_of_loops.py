"""A loop's line comes once a round, also where the whole loop is one line."""
import sys


def tracer(frame, event, arg):
    if event == "exception":
        arg = (arg[0].__name__, str(arg[1]), arg[2] is not None)
    log.append((frame.f_code.co_name, frame.f_lineno - base, event, arg))
    return tracer


def show(function):
    global log, base
    log = []
    base = function.__code__.co_firstlineno
    sys.settrace(tracer)
    try:
        function()
    except Exception:
        pass
    sys.settrace(None)
    for entry in log:
        print(*entry)


def loops():
    for i in range(2):
        x = i
    while x < 3:
        x += 1
    for i in (1, 2): x = i
    while x: x -= 1
    while True:
        x += 1
        if x > 2:
            break
        continue
    for i in range(2):
        pass
    else:
        x = 5
    while x > 4:
        x = 0
    else:
        x = 1
    for i in range(3):
        if i == 1:
            continue
        x = i


show(loops)
