data = bytearray(b"hello")
data[0] = 72
data.append(33)
data.extend(b"??")
data.extend([1, 2])
data.insert(0, 65)
print(data, data.pop(), data.pop(0))
data.remove(33)
del data[-1]
print(data, len(data))
data[1:3] = b"EYY"
print(data)
data[::2] = b"....."[: len(data[::2])]
print(data)
del data[1:3]
data += b"abc"
data *= 2
print(data)
data.reverse()
print(data, data.copy() == data, data.copy() is data)
data[:] = b""
print(data, bool(data))
data.clear()
