def attempt(make):
    try:
        print(repr(make()))
    except BaseException as error:
        print(type(error).__name__, error)


attempt(lambda: open("nofile.txt"))
attempt(lambda: open("no folder/file", "rb"))
attempt(lambda: open("x", "q"))
attempt(lambda: open("x", "rw"))
attempt(lambda: open("x", "rbt"))
attempt(lambda: open("x", "rb", encoding="utf-8"))
attempt(lambda: open([]))
attempt(lambda: open(""))
attempt(lambda: open())
try:
    with open("missing.txt") as file:
        print(file.read())
except OSError as error:
    print(error.errno, error.strerror, error.filename, type(error).__name__)
