#!/usr/bin/env python3
"""Asks whether every file of src includes only what its floor may include.

    tests/structure/floors.py [FOLDER]

FLOORS is the list: a row a folder, from the lowest up, with what it may include besides itself. A row names rows above
it in this file only, so no two folders can include each other, not by way of others either. Prints each include that
breaks a rule, with its file and line; the status is 0 if there is none. Before that it asks itself the same about a
tree in which everything is wrong. FOLDER: another tree than src.
"""

import posixpath
import re
import sys
import tempfile
from pathlib import Path

# A file belongs to the row with the longest path to it, so files of src/python itself are above all its folders.
ENGINE_BELOW_OBJECTS = ["python/numeric", "python/text"]
FLOORS = {
    "runtime": [],
    "python/numeric": [],
    "python/text": ["python/numeric"],
    "python/syntax": ENGINE_BELOW_OBJECTS,
    "python/objects": ["runtime", *ENGINE_BELOW_OBJECTS],
    "python/library": [],
    "python/compiler": [*ENGINE_BELOW_OBJECTS, "python/syntax"],
    "python/vm": ["runtime", *ENGINE_BELOW_OBJECTS, "python/syntax", "python/objects", "python/library",
                  "python/compiler"],
    "python/modules": ["runtime", *ENGINE_BELOW_OBJECTS, "python/syntax", "python/objects", "python/compiler",
                       "python/vm"],
    "python": ["runtime", *ENGINE_BELOW_OBJECTS, "python/syntax", "python/objects", "python/compiler", "python/vm",
               "python/modules"],
    "trace": ["runtime", "python/text", "python", "python/objects", "python/vm"],
    "explore": ["runtime", "python/text", "python", "python/objects", "python/compiler", "python/vm", "trace"],
    "book": [],
    "ui/layout": ["python/syntax", "book"],
    "ui/surface": ["ui/layout"],
    "ui/card": ["runtime", "python", "trace", "explore", "python/objects", "book", "ui/layout", "ui/surface"],
    "ui": ["python", "python/objects", "book", "ui/layout", "ui/surface", "ui/card"],
    "cli": ["runtime", "python", "python/syntax", "python/compiler", "trace", "explore", "book"],
}

# Headers from outside that are for one place alone, by how their names begin.
LIBRARIES = {
    "emscripten": ["runtime/platform_emscripten.cpp"],
    "tommath": ["python/numeric"],
    "tomcrypt": ["python/modules/hash_module.cpp"],
    "md4c": ["book"],
    "SDL": ["ui/surface"],
    "imgui": ["ui/surface", "ui"],
}

INCLUDE = re.compile(r'\s*#\s*include\s*["<]([^">]+)[">]')


def row_of(path: str) -> str | None:
    """The row of FLOORS a file or folder belongs to."""
    while path and path not in FLOORS:
        path = posixpath.dirname(path)
    return path or None


def lies_in(path: str, place: str) -> bool:
    return path == place or path.startswith(place + "/")


def included(source: Path, file: str, name: str) -> str | None:
    """The path below `source` of what `file` includes as `name`; None if that is from outside."""
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(file), name))
    if (source / beside).is_file():
        return beside
    # What is not there may be made by the build.
    return name if (source / name).is_file() or row_of(name) else None


def fault_of(source: Path, file: str, name: str) -> str | None:
    """What is wrong with `file` including `name`; None if nothing is."""
    target = included(source, file, name)
    if target is None:
        for library, places in LIBRARIES.items():
            if name.startswith(library) and not any(lies_in(file, place) for place in places):
                return f"{library} is for {', '.join(places)} alone"
        return None
    here, there = row_of(file), row_of(target)
    if here is None:
        return "its folder is on no floor: give it a row in FLOORS"
    if there is None:
        return "what it includes is on no floor: give that folder a row in FLOORS"
    if there == here or there in FLOORS[here]:
        return None
    allowed = ", ".join(FLOORS[here]) or "nothing else"
    return f"{here} may include {allowed}"


def faults(source: Path) -> list[str]:
    """"FILE:LINE: …" for each include that breaks a rule, and each file that is on no floor."""
    found = []
    for path in sorted(source.rglob("*")):
        if path.suffix not in (".h", ".cpp") or not path.is_file():
            continue
        file = path.relative_to(source).as_posix()
        if row_of(file) is None:
            found.append(f"{file}: its folder is on no floor: give it a row in FLOORS")
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if match and (fault := fault_of(source, file, match[1])):
                found.append(f'{file}:{number}: includes "{match[1]}", but {fault}')
    return found


def faults_of_the_table() -> list[str]:
    rows = list(FLOORS)
    return [f"FLOORS: {floor} may include {below}, which does not stand above it"
            for floor, allowed in FLOORS.items() for below in allowed
            if below not in rows[:rows.index(floor)]]


# A tree of faults: what a file says, and in which of its lines there is one.
MADE_UP = {
    "python/objects/good.cpp": ('#include "python/objects/good.h"\n#include "runtime/lock.h"\n#include <vector>\n', []),
    "python/objects/up.h": ('#pragma once\n#include "python/vm/frame.h"\n', [2]),
    "python/objects/spaced.cpp": ('  #  include  "python/vm/frame.h"  // below a comment\n', [1]),
    "python/objects/angled.cpp": ("#include <python/vm/frame.h>\n", [1]),
    "python/objects/relative.cpp": ('#include <string>\n\n#include "../vm/frame.h"\n', [3]),
    "python/objects/neighbour.cpp": ('#include "good.h"\n', []),
    "python/objects/to_the_top.cpp": ('#include "python/run.h"\n', [1]),
    "python/objects/generated.cpp": ('#include "python/vm/not_here_yet.h"\n', [1]),
    "python/objects/mentions.cpp": ('// #include "python/vm/frame.h"\n', []),
    "python/objects/good.h": ("#pragma once\n", []),
    "python/vm/frame.h": ('#include "python/objects/good.h"\n#include "python/modules/list.h"\n', [2]),
    "python/modules/list.h": ('#include "python/vm/frame.h"\n', []),
    "python/run.h": ('#include "python/modules/list.h"\n', []),
    "runtime/lock.h": ("#include <emscripten.h>\n", [1]),
    "runtime/platform_emscripten.cpp": ("#include <emscripten.h>\n", []),
    "book/chapter.cpp": ('#include "imgui.h"\n', [1]),
    "ui/app.cpp": ('#include "imgui.h"\n#include "python/run.h"\n#include "python/vm/frame.h"\n', [3]),
    "cellar/new.cpp": ("", [None]),
}


def finds_what_is_wrong() -> list[str]:
    """What faults() misses in MADE_UP, or finds where nothing is."""
    with tempfile.TemporaryDirectory() as folder:
        expected = []
        for file, (text, lines) in MADE_UP.items():
            path = Path(folder, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            expected += [f"{file}:{line}" if line else f"{file}" for line in lines]
        found = [re.match(r"[\w/.]+(?::\d+)?", fault)[0] for fault in faults(Path(folder))]
    return ([f"this test is blind to {place} of its made-up tree" for place in expected if place not in found] +
            [f"this test sees a fault at {place} of its made-up tree" for place in found if place not in expected])


def main() -> int:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "src"
    wrong = finds_what_is_wrong() + faults_of_the_table() + faults(source)
    for line in wrong:
        print(line)
    if not wrong:
        print(f"{len(FLOORS)} floors, no include that runs up")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
