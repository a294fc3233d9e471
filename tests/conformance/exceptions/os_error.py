# OSError with a number is of the class the number stands for.
for arguments in [(), (2,), (2, "gone"), (2, "gone", "file.txt"), (13, "no"), (17, "there"), (32, "pipe"),
                  (110, "late"), (99999, "strange"), ("a", "b"), (2, "gone", None),
                  (2, "gone", "a", None, "b"), (1, 2, 3, 4, 5, 6)]:
    error = OSError(*arguments)
    print(type(error).__name__, repr(error), "|", error, "|", error.args, error.errno, error.strerror, error.filename)
print(issubclass(ConnectionResetError, ConnectionError), issubclass(ConnectionError, OSError), IOError is OSError)
