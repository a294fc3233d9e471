import importlib
import threading
import time

print(threading.__spec__.name, importlib.__spec__.parent, importlib.util.__spec__.parent if hasattr(importlib, "util") else "importlib")
print(threading.__name__, repr(threading.__package__))
print(type(threading.__file__).__name__, type(threading.__spec__).__name__)
