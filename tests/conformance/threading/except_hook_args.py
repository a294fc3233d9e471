"""ExceptHookArgs: a record of four."""
from threading import ExceptHookArgs, excepthook


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(ExceptHookArgs, (1, 2))
attempt(ExceptHookArgs, 5)
attempt(ExceptHookArgs, [1, 2, 3, 4])
record = ExceptHookArgs((1, 2, 3, 4))
attempt(lambda: (record.exc_type, record.exc_value, record.exc_traceback, record.thread))
attempt(lambda: (record.n_fields, record.n_sequence_fields, record.n_unnamed_fields, record.__match_args__))
attempt(lambda: (len(record), record[0], record[-1], list(record), record == (1, 2, 3, 4)))
match record:
    case ExceptHookArgs(kind, value, thread=thread):
        print(kind, value, thread)
attempt(excepthook, 5)
attempt(excepthook, ExceptHookArgs((SystemExit, None, None, None)))
