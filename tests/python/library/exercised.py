"""Is every public name of the modules about threads, every method and every keyword argument, used by a program of
tests/conformance? The names are asked of python3, with what versions after 3.11 have added beside them.

    exercised.py

Prints what no program uses; the status is 0 if nothing is left.
"""
import _thread
import concurrent.futures
import faulthandler
import inspect
import queue
import re
import sched
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# Folder of tests/conformance: the modules whose names its programs use, and names that only newer versions have,
# or that __all__ leaves out.
FOLDERS = {
    "threading": ([threading, _thread],
                  ["settrace_all_threads", "setprofile_all_threads", "__excepthook__", "currentThread", "activeCount",
                   "_register_atexit", "start_joinable_thread", "daemon_threads_allowed", "unraisablehook"]),
    "queue": ([queue], ["ShutDown", "shutdown", "immediate", "is_shutdown"]),
    "concurrent_futures": ([concurrent.futures], ["InvalidStateError", "BrokenThreadPool"]),
    "sched": ([sched], ["queue"]),
    "faulthandler": ([faulthandler], ["_current_frames"]),
    "sys": ([], ["setswitchinterval", "getswitchinterval", "excepthook", "exc_info", "is_finalizing", "settrace",
                 "setprofile"]),
}
# What is not here: signals, processes. And parameters that have no name for a caller.
ABSENT = {"register", "unregister", "mp_context", "max_tasks_per_child"}
NAMELESS = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


def public_names(module):
    return getattr(module, "__all__", None) or [name for name in dir(module) if not name.startswith("_")]


def parameters(function):
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # a builtin that does not tell
        return
    for parameter in signature.parameters.values():
        if parameter.kind not in NAMELESS and parameter.name != "self":
            yield parameter.name


def wanted(module):
    """(what to call it, what to look for) of everything the module offers."""
    for name in public_names(module):
        thing = getattr(module, name)
        if inspect.ismodule(thing):
            continue
        yield name, rf"\b{name}\b"
        if callable(thing) and not (inspect.isclass(thing) and issubclass(thing, BaseException)):
            for parameter in parameters(thing):
                yield f"{name}({parameter}=)", rf"\b{parameter}="
        if not inspect.isclass(thing) or issubclass(thing, (BaseException, tuple)):
            continue
        for member in sorted(set(dir(thing)) - set(dir(object))):
            if member.startswith("_"):
                continue
            yield f"{name}.{member}", rf"\.{member}\b"
            for parameter in parameters(getattr(thing, member)):
                if member not in ("submit", "setDaemon"):  # *args; a name nobody types in an old spelling
                    yield f"{name}.{member}({parameter}=)", rf"\b{parameter}="


def main():
    missing = count = 0
    for folder, (modules, more) in FOLDERS.items():
        programs = (ROOT / "tests/conformance" / folder).glob("*.py")
        text = "\n".join(path.read_text("utf-8") for path in programs)
        looked_for = {name: pattern for module in modules for name, pattern in wanted(module)}
        looked_for.update((name, rf"\b{name}\b") for name in more)
        for name, pattern in looked_for.items():
            if not ABSENT.isdisjoint(re.findall(r"\w+", name)):
                continue
            count += 1
            if not re.search(pattern, text):
                missing += 1
                print(f"tests/conformance/{folder}: no program uses {name}")
    print(f"{count} names, {missing} of them in no program")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
