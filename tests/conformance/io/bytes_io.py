"""io.BytesIO: reading and writing bytes in memory."""
import io


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


data = io.BytesIO(b"one\ntwo\nthree")
print(data.read(2), data.readline(), data.readline(), data.tell(), data.read(), data.read())
print(data.seek(0), data.readlines())
print(data.seek(-3, 2), data.read(), data.seek(2), data.seek(2, 1), data.tell())
print(data.write(b"XX"), data.getvalue())
data.seek(20)
print(data.read(), data.tell())
data.write(b"end")
print(data.getvalue(), data.tell())
print(data.truncate(4), data.getvalue())
print([line for line in io.BytesIO(b"a\nb")])
show(lambda: io.BytesIO("a"))
show(lambda: io.BytesIO().write("a"))
show(lambda: io.BytesIO().seek(-1))
show(lambda: io.BytesIO().seek(1, 5))
show(lambda: io.BytesIO().truncate(-1))
data.close()
show(lambda: data.read())
