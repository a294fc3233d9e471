import importlib.util
import importlib.machinery as machinery
from importlib import util

print(importlib.util is util, importlib.machinery is machinery)
print(importlib.__name__, util.__name__, util.__package__, importlib.__package__)
print(hasattr(importlib, "__path__"), hasattr(util, "__path__"))
