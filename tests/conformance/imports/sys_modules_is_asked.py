# What sys.modules holds is what an import answers, whatever it is.
import sys
import time

class Fake:
    answer = 42

sys.modules["time"] = Fake
import time as again
from time import answer

print(again is Fake, answer)
sys.modules["time"] = time
import time as real

print(real is time)
del sys.modules["time"]
import time as fresh

print(fresh.__name__, "time" in sys.modules)
sys.modules["nothing"] = None
try:
    import nothing
except ModuleNotFoundError as error:
    print(error, error.name)
print(sys.modules["__main__"].__name__, sys.modules is sys.modules)
