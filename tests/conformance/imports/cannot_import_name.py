from threading import Thread
try:
    from threading import Tread
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0], error.name)
try:
    from math import nothing
except ImportError as error:
    print(str(error).split(" (")[0], error.name)
try:
    from __main__ import missing
except ImportError as error:
    print(str(error).split(" (")[0])
from __main__ import Thread as same
print(same is Thread)
