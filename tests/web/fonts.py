#!/usr/bin/env python3
"""Asks whether the page's style tells browsers what the typefaces cut off for later have (web/setup/fonts.sh), and
whether no character is in both parts: it would be fetched twice, or be drawn by whichever came.

    tests/web/fonts.py

Prints what differs; the status is 0 if nothing does.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)


def characters(ranges: str) -> set[int]:
    return {c for first, last in RANGE.findall(ranges) for c in range(int(first, 16), int(last or first, 16) + 1)}


def cut(script: str) -> dict[str, set[int]]:
    """The typefaces' files, and the characters they are cut to."""
    named = dict(re.findall(r"^(\w+)=(U\+\S+)$", script, re.MULTILINE))
    table = re.search(r'^font_list="([^"]+)"', script, re.MULTILINE)
    assert table, "web/setup/fonts.sh has no font_list"
    return {file: characters(re.sub(r"\$(\w+)", lambda name: named[name[1]], wanted))
            for _, file, wanted, _ in (line.split() for line in table[1].splitlines())}


def main() -> int:
    files = cut((ROOT / "web/setup/fonts.sh").read_text("utf-8"))
    style = (ROOT / "web/page.css").read_text("utf-8")
    faces = {file: characters(ranges)
             for file, ranges in re.findall(r'src: url\("fonts/([^"]+)"\);\s*unicode-range: ([^;]+);', style)}
    problems = []
    if set(faces) != {name for name in files if "-more" in name}:
        problems.append(f"page.css names {sorted(faces)}, but fonts.sh cuts {sorted(files)}")
    for name, told in faces.items():
        first = files[name.replace("-more", "-regular" if "inter" in name else "")]
        for words, odd in (("is cut into it, and not told of", files[name] - told), ("is told of, and not cut into it", told - files[name]),
                           ("is in the first part too", told & first)):
            problems += [f"{name}: U+{c:04X} {words}" for c in sorted(odd)]
    print("\n".join(problems))
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
