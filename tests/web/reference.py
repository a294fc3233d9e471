#!/usr/bin/env python3
"""Asks whether the reference of the thread runtime tells everything: whether each header of src/runtime is in it,
each public declaration has a comment and an entry, and each link leads somewhere.

    tests/web/reference.py

Prints what is missing; the status is 0 if nothing is.
"""

import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "web/reference"))
from generate import INSIDE, PARTS, Page  # noqa: E402
from headers import HeaderError  # noqa: E402

# What a line of a header declares at the first glance: names that must be in the page, found without the reader
# of headers that made it.
TYPE = re.compile(r"^ *(?:class|struct|enum class) (\w+)(?: final)?(?: :.*)? \{")
FUNCTION = re.compile(r"^ *(?!\s|return|if|while|for|else|delete|throw|static_assert|using|friend)"
                      r"(?:\[\[nodiscard\]\] )?[\w:<>*&, ]+?[ *&](\w+)\(")
CONSTANT = re.compile(r"^ *(?:static |inline )*constexpr [\w:]+ (k[A-Z]\w*)")


def glance(path: Path) -> list[tuple[int, str]]:
    """(line, name) of what a header declares for everybody, but for what nests deeper than a class's members."""
    found = []
    hidden_from = None  # the indentation of what is being passed over: private parts, definitions of what is declared
    text = re.sub(r"namespace detail \{.*?\}  // namespace detail", lambda match: re.sub(r".*", "", match[0]),
                  path.read_text("utf-8"), flags=re.DOTALL)
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("//")[0].rstrip()
        indentation = len(line) - len(line.lstrip())
        if not code or "= delete" in code:
            continue
        if hidden_from is not None and (indentation < hidden_from or code.strip() in ("public:", "}", "};")
                                        and indentation == hidden_from or "}  // namespace" in line):
            hidden_from = None
        elif hidden_from is None and (code.strip() in ("private:", "protected:")
                                      or re.match(r"\S.*\w::\w+(?: final : .*|\(.*\)) \{", code)):
            hidden_from = indentation
        if hidden_from is not None or indentation > 2:
            continue
        if match := TYPE.match(code) or CONSTANT.match(code) or FUNCTION.match(code):
            found.append((number, match[1]))
    return found


def main() -> int:
    problems: list[str] = []
    known = {name for part in [*PARTS, INSIDE] for name in part.headers}
    folder = ROOT / "src/runtime"
    for path in sorted(folder.glob("*.h")):
        if path.name not in known:
            problems.append(f"{path.name}: in no part of the page (web/reference/generate.py)")
    try:
        page = Page(ROOT)
        html = page.text()
    except (HeaderError, FileNotFoundError) as error:
        print(error)
        return 1

    ids = Counter(re.findall(r' id="([^"]*)"', html))
    problems += [f"reference.html: the id {name} is given {count} times" for name, count in ids.items() if count > 1]
    problems += [f"reference.html: a link to #{name}, which is not there"
                 for name in sorted(set(re.findall(r'href="#([^"]*)"', html))) if name not in ids]
    entries = 0
    for header in page.headers():
        if not header.comment:
            problems.append(f"{header.name}: it does not say what it is")
        names = {d.name for d in header.all_declarations()}
        for declaration in header.all_declarations():
            if not declaration.is_documented:
                problems.append(f"{header.name}:{declaration.line}: {declaration.path} has no comment")
            if not declaration.text.endswith("= delete"):
                entries += 1
                if page.ids[id(declaration)] not in ids:
                    problems.append(f"{header.name}:{declaration.line}: {declaration.path} is not in the page")
        for line, name in glance(header.path):
            if name not in names:
                problems.append(f"{header.name}:{line}: {name} was overlooked (web/reference/headers.py)")
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{entries} entries from {len(page.headers())} headers, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
