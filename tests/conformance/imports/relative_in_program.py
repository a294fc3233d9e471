for text in ["from . import x", "from .sibling import x", "from .. import y"]:
    level = text.count(".")
    try:
        if level == 2:
            from .. import y
        elif "sibling" in text:
            from .sibling import x
        else:
            from . import x
    except ImportError as error:
        print(type(error).__name__, error)
