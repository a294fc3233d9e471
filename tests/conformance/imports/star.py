import sys


module = type(sys)("stars")
module.a = 1
module._hidden = 2
sys.modules["stars"] = module
from stars import *
print(a, "_hidden" in globals())
module.__all__ = ["_hidden"]
module.b = 3
from stars import *
print(_hidden, "b" in globals())
module.__all__ = ["absent"]
try:
    exec_star = True
    from stars import *
except AttributeError as error:
    print(error)
