import importlib
import importlib.util
import sys

threading = importlib.import_module("threading")
print(threading is sys.modules["threading"])
print(importlib.import_module(".util", "importlib") is importlib.util)
try:
    importlib.import_module(".util")
except TypeError as error:
    print(error)
importlib.added = "stays"
print(importlib.reload(importlib) is importlib, importlib.added)
try:
    importlib.reload("threading")
except TypeError as error:
    print(error)
print(importlib.util.find_spec("no_such_module"), importlib.util.find_spec("threading").name)
print(importlib.util.find_spec("importlib.util").parent)
try:
    importlib.util.find_spec("no_such_module.inner")
except ModuleNotFoundError as error:
    print(error)
