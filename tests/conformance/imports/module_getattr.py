import sys

module = type(sys)("dynamic", "its doc")
print(module, module.__name__, module.__doc__, module.__package__, module.__spec__)

def attribute(name):
    if name == "magic":
        return "made for you"
    raise AttributeError(f"module 'dynamic' has no attribute {name!r}")

module.__getattr__ = attribute
module.plain = 1
sys.modules["dynamic"] = module
import dynamic
from dynamic import magic, plain

print(dynamic.magic, magic, plain, getattr(dynamic, "other", "none"))
try:
    from dynamic import other
except ImportError as error:
    print(type(error).__name__, error)
dynamic.other
