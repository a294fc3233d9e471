import sys
for arguments in ((), (None,), (0,), (True,), ("text",), ((1, 2),), (2.5,)):
    try:
        sys.exit(*arguments)
    except SystemExit as error:
        print(repr(error), error.code)
try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)
