import logging
import sys

class Show(logging.Handler):
    def __init__(self, name):
        super().__init__()
        self.set_name(name)

    def emit(self, record):
        print(self.name, "got", record.name, record.getMessage())

deep = logging.getLogger("a.b.c.d")
print(deep.parent.name)
middle = logging.getLogger("a.b")
print(deep.parent.name, middle.parent.name)
logging.getLogger("a.b.c")
print(deep.parent.name, deep.parent.parent.name)
logging.getLogger().addHandler(Show("root"))
middle.addHandler(Show("middle"))
deep.warning("up to the root")
middle.propagate = False
deep.warning("not further than middle")
print(deep.hasHandlers(), logging.getLogger("x").hasHandlers(), middle.getChild("c") is deep.parent)
middle.setLevel(logging.ERROR)
deep.warning("too low")
deep.error("high enough")
handler = Show("twice")
deep.addHandler(handler)
deep.addHandler(handler)
print(len(deep.handlers))
deep.removeHandler(handler)
print(deep.handlers, deep.disabled)
deep.disabled = True
deep.error("disabled")
print(logging.getLogger("root") is logging.root, logging.getLogger("") is logging.root, logging.root.name)
try:
    logging.getLogger(5)
except TypeError as error:
    print(error)
print(sorted(name for name in logging.root.manager.loggerDict if name.startswith("a.")))
