"""io.StringIO: errors and their words."""
import io


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


show(lambda: io.StringIO(5))
show(lambda: io.StringIO("a", newline="x"))
show(lambda: io.StringIO("a", newline=5))
show(lambda: io.StringIO().write(5))
show(lambda: io.StringIO().write(b"5"))
show(lambda: io.StringIO().seek(-1))
show(lambda: io.StringIO().seek(1, 1))
show(lambda: io.StringIO().seek(1, 5))
show(lambda: io.StringIO().truncate(-1))
show(lambda: io.StringIO().read("a"))
show(lambda: io.StringIO().fileno())
closed = io.StringIO("abc")
closed.close()
closed.close()
show(lambda: closed.read())
show(lambda: closed.write("a"))
show(lambda: closed.getvalue())
show(lambda: closed.__enter__())
show(lambda: list(closed))
show(lambda: isinstance(io.UnsupportedOperation(), OSError))
io.StringIO().fileno()
