"""What is said about a module that is not there."""
from _import import names

_REASONS = {
    "asyncio": "this book is about threads, and coroutines are not: see threading, queue and concurrent.futures",
    "ctypes": "a page has no C libraries to call",
    "http": "a page cannot open connections of its own",
    "multiprocessing": "a page has one process: use threading, or concurrent.futures.ThreadPoolExecutor",
    "select": "a page cannot open connections of its own",
    "selectors": "a page cannot open connections of its own",
    "signal": "a page gets no signals; Stop raises KeyboardInterrupt in the main thread",
    "socket": "a page cannot open connections of its own",
    "socketserver": "a page cannot open connections of its own",
    "sqlite3": "there is no database in this book",
    "ssl": "a page cannot open connections of its own",
    "subprocess": "a page cannot start other programs",
    "tkinter": "a page has no windows to open",
    "urllib": "a page cannot open connections of its own",
}


def message(name):
    """The words of the ModuleNotFoundError."""
    reason = _REASONS.get(name.partition(".")[0])
    return f"No module named {name!r}" + (f" ({reason})" if reason else "")


def note(error):
    """For the report of an uncaught ModuleNotFoundError: which modules there are."""
    name = error.name
    if not isinstance(name, str) or name in names():
        return ""
    tops = [each for each in names() if "." not in each]
    lines = [f"There is no module {name} in this book. These are here:"]
    line = " "
    for top in tops:
        if len(line) + len(top) > 78:
            lines.append(line)
            line = " "
        line += " " + top
    return "\n".join([*lines, line]) + "\n"
