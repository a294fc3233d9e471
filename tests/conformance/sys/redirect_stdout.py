import io
import sys

capture = io.StringIO()
sys.stdout = capture
print("kept", 1, sep="-")
print("direct", file=sys.__stdout__)
sys.stdout.write("written\n")
sys.stdout = sys.__stdout__
print(repr(capture.getvalue()))
capture = io.StringIO()
sys.stderr = capture
print("to error", file=sys.stderr)
sys.stderr = sys.__stderr__
print(repr(capture.getvalue()))

class Shouting:
    def write(self, text):
        sys.__stdout__.write(text.upper())

    def flush(self):
        sys.__stdout__.write("flushed\n")

sys.stdout = Shouting()
print("loud", "words", end="!\n")
print("more", flush=True)
sys.stdout = None
print("into nothing")
del sys.stdout
try:
    print("lost")
except RuntimeError as error:
    sys.stdout = sys.__stdout__
    print(error)
