import sys
import traceback


def fail(n):
    raise ValueError(n)


def gather():
    errors = []
    for i in range(3):
        try:
            fail(i)
        except ValueError as error:
            errors.append(error)
    errors.append(ExceptionGroup("inner", [TypeError("t")]))
    raise ExceptionGroup("all", errors)


try:
    gather()
except ExceptionGroup as group:
    group.add_note("noted")
    traceback.print_exception(group, file=sys.stdout)
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exception_only(group))
try:
    try:
        gather()
    except* ValueError:
        raise KeyError("new")
except Exception as error:
    traceback.print_exception(error, file=sys.stdout)
