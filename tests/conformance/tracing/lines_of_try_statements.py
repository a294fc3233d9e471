"""try, except, else and finally, left in every way."""
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


def tries():
    try:
        x = 1
    finally:
        y = 2
    try:
        1 / 0
    except ZeroDivisionError as e:
        z = 1
    try:
        raise ValueError("a")
    except:
        pass
    else:
        z = 2
    try:
        pass
    except ValueError:
        pass
    else:
        z = 3
    for i in range(2):
        try:
            if i: break
            continue
        finally:
            k = 1
    try:
        try:
            raise KeyError(1)
        except ValueError:
            pass
    except KeyError:
        pass


def returns_through_finally():
    try:
        return 1
    finally:
        x = 2


def returns_from_handler():
    for i in range(1):
        try:
            raise KeyError
        except KeyError as error:
            return i


def raises_again():
    try:
        try:
            1 / 0
        finally:
            x = 1
    except ZeroDivisionError:
        raise


show(tries)
show(returns_through_finally)
show(returns_from_handler)
show(raises_again)
