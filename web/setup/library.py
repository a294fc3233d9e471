"""Writes the standard library's Python files as the page fetches them.

    library.py FOLDER BOOK SUPPORT library.json library-more.json

The first file has the names of all, and the texts that are needed at once: those that every program needs (named in
SUPPORT, a C++ file), what reports exceptions, what the programs of the BOOK import, what that imports, and so on. The second one has the others:
an object, name -> text.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path


# What a program that ends with an exception needs to say so; functions import it.
REPORTS = ["traceback", "_unknown_modules"]


class Library:
    def __init__(self, folder: Path):
        self.texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8")
                      for path in sorted(folder.rglob("*.py"))}

    def file_of(self, module: str) -> str | None:
        path = module.replace(".", "/")
        return next((name for name in (f"{path}.py", f"{path}/__init__.py") if name in self.texts), None)

    def with_imports(self, modules: list[str]) -> set[str]:
        """The files of these modules, of their packages, and of all that is imported with them."""
        found: set[str] = set()
        waiting = list(modules)
        while waiting:
            module = waiting.pop()
            package = module.rpartition(".")[0]
            if package:
                waiting.append(package)
            name = self.file_of(module)
            if name and name not in found:
                found.add(name)
                waiting += imports(self.texts[name], module if name.endswith("/__init__.py") else package)
        return found


def imports(text: str, package: str) -> Iterator[str]:
    """What a file imports when it is imported itself: not what its functions do."""
    waiting: list[ast.AST] = [ast.parse(text)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[:len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)


def support_files(path: Path) -> list[str]:
    table = re.search(r"kSupportFiles\[\] = \{([^}]*)\}", path.read_text("utf-8"))
    if not table:
        sys.exit(f"library.py: {path} has no table kSupportFiles")
    return re.findall(r'"([^"]+)"', table[1])


def write(path: str, content: object) -> None:
    Path(path).write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")


def main(folder: str, book: str, support: str, first_file: str, more_file: str) -> None:
    library = Library(Path(folder))
    wanted = [*support_files(Path(support)), *REPORTS]
    for program in sorted(Path(book).rglob("*.py")):
        wanted += imports(program.read_text("utf-8"), "")
    first = library.with_imports(wanted)
    texts = {name: text for name, text in library.texts.items() if name in first}
    write(first_file, {"names": list(library.texts), "texts": texts})
    write(more_file, {name: text for name, text in library.texts.items() if name not in first})


if __name__ == "__main__":
    main(*sys.argv[1:])
