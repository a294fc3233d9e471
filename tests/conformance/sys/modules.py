import sys
import time
print(sys.modules["__main__"].__name__, "sys" in sys.modules, sys.modules["sys"] is sys)
print(len(sys.argv))
