import __main__
import sys

value = 1
print(__name__, __main__ is sys.modules["__main__"], __main__.value)
print(__package__, __spec__, __doc__, type(__file__).__name__)
__main__.value = 2
print(value)
