import traceback

class Outer:
    class Inner(Exception):
        pass

class Elsewhere(Exception):
    pass

Elsewhere.__module__ = "package.module"

for cls in (Outer.Inner, Elsewhere, KeyError):
    try:
        raise cls("text")
    except Exception:
        print(traceback.format_exc())
