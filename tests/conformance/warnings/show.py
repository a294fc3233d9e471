import sys
import warnings

class Collect:
    def write(self, text):
        for line in text.splitlines():
            print(line[line.index(".py:") + 3:] if ".py:" in line else line)

sys.stderr = Collect()
warnings.warn("plain")
warnings.warn("a category", RuntimeWarning)
warnings.warn(FutureWarning("an instance"))
warnings.warn("old", DeprecationWarning)
warnings.warn("not shown", PendingDeprecationWarning)
warnings.warn("not shown either", ResourceWarning)

class Own(UserWarning):
    pass

def deprecated():
    warnings.warn("use another", Own, stacklevel=2)

for _ in range(3):
    deprecated()
    warnings.warn("once a line")
deprecated()
sys.stderr = sys.__stderr__
