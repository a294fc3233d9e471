"""io.StringIO: a subclass that adds to write()."""
import io


class Upper(io.StringIO):
    def __init__(self):
        super().__init__()
        self.count = 0

    def write(self, text):
        self.count += 1
        return super().write(text.upper())


stream = Upper()
print("hello", "world", file=stream)
stream.writelines(["a", "b"])
print(repr(stream.getvalue()), stream.count)
