def attempt(make):
    try:
        print(repr(make()))
    except BaseException as error:
        print(type(error).__name__, error)


data = bytearray(b"")
attempt(lambda: bytearray("a"))
attempt(lambda: bytearray(-1))
attempt(lambda: bytearray([256]))
attempt(lambda: bytearray(["a"]))
attempt(lambda: bytearray(1.5))
attempt(lambda: data.pop())
attempt(lambda: data[0])
attempt(lambda: data["a"])
attempt(lambda: data.append(256))
attempt(lambda: data.append("a"))
attempt(lambda: data.remove(1))
attempt(lambda: data + "a")
attempt(lambda: data.__setitem__(0, 1))
attempt(lambda: data.extend("a"))
attempt(lambda: data.extend(3))
attempt(lambda: bytearray(encoding="x"))
attempt(lambda: hash(data))
attempt(lambda: {data: 1})
