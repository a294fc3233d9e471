"""io.StringIO: what newline= makes of line ends."""
import io

for newline in ["\n", None, "", "\r", "\r\n"]:
    stream = io.StringIO("a\nb\r\nc\rd", newline=newline)
    print(repr(newline), repr(stream.getvalue()), stream.readlines())
    stream.write("x\ny\r\n")
    print(repr(stream.getvalue()))
