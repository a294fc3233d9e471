import sys
import warnings

def show(message, category, filename, lineno, file=None, line=None):
    print("show:", message, category.__name__, lineno, file, line)

original = warnings.showwarning
warnings.showwarning = show
warnings.warn("to my own function")
warnings.showwarning = original

class Collect:
    def write(self, text):
        print("written:", text, end="")

sys.stderr = Collect()
warnings.formatwarning = lambda message, category, filename, lineno, line=None: f"{category.__name__}|{message}|{lineno}\n"
warnings.warn("formatted by me")
sys.stderr = sys.__stderr__
print(warnings.formatwarning("x", UserWarning, "f.py", 3))
