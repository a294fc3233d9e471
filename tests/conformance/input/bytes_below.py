# stdin: b"line\n\xff\xfe bytes\r\nmore\x00\n12345678"
# sys.stdin.buffer reads what there is, as bytes.
import sys

below = sys.stdin.buffer
print(below.readline(), below.readline(3), below.readline())
print(below.read(4), below.readline(), next(below[0] if isinstance(below, list) else iter([below])).read1(2))
data = bytearray(3)
print(below.readinto(data), data, below.read(), below.read(), below.read(1), below.readline(), list(below))
print(below.fileno(), below.isatty(), below.mode, below.name, below.closed, below.readable(), below.writable())
print(type(below), below)
