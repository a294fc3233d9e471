"""f_trace, f_trace_lines and f_trace_opcodes; a frame is one object and lives as long as it is wanted."""
import sys


def local(frame, event, arg):
    seen.append((event, frame.f_lineno - frame.f_code.co_firstlineno))


def nothing(frame, event, arg):
    return None


def sets():
    a = 1
    sys._getframe().f_trace = local
    c = 3
    d = 4
    sys._getframe().f_trace = None
    e = 5


for function in (None, nothing):
    seen = []
    sys.settrace(function)
    sets()
    sys.settrace(None)
    print(seen)

frame = sys._getframe()
print(frame is sys._getframe(), frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
for name, value in (("f_trace_lines", 1), ("f_trace_opcodes", None)):
    try:
        setattr(frame, name, value)
    except TypeError as error:
        print(error)


def f(p, *, q=2):
    r = p + q
    s = r
    return s


def no_lines(frame, event, arg):
    frame.f_trace_lines = False
    seen.append(event)
    return no_lines


def opcodes(frame, event, arg):
    frame.f_trace_opcodes = True
    seen.append(event)
    return opcodes


def variables(frame, event, arg):
    seen.append((event, dict(frame.f_locals)))
    return variables


def callers(frame, event, arg):
    if event == "call":
        seen.append((frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_back.f_lineno))


for function in (no_lines, opcodes, variables, callers):
    seen = []
    sys.settrace(function)
    (lambda: f(1))()
    sys.settrace(None)
    print(sorted(set(seen)) if function is opcodes else seen)


def keeps():
    x = 1
    frame = sys._getframe()
    first = frame.f_lineno
    print(frame.f_lineno - first, frame.f_locals["x"], frame is sys._getframe(0))
    x = 2
    print(frame.f_lineno - first, frame.f_locals["x"], frame.f_locals is frame.f_locals)
    return frame


kept = keeps()
print(kept.f_locals["x"], kept.f_back is sys._getframe(), kept.f_lineno, kept.f_code.co_name)


def generator():
    yield sys._getframe()
    yield sys._getframe()


one, two = generator()
print(one is two, one.f_back)
