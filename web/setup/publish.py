"""Makes a folder of files into what a web server gives out: names that change with the content, copies that are
compressed already, and a service worker that knows all of it.

    publish.py FOLDER CACHE

A browser may keep for ever what is called after its content (page.1f0c92ab.css), so the second visit asks for the pages
alone. Whatever names such a file (a page, a style sheet, a module, the manifest) is given the new name. Pages keep their
names: they are addresses. CACHE holds what was compressed once: at the best setting the program takes some seconds.

What a name stands for is found by reading: a file of the folder, in quotation marks (in style sheets also in
parentheses). A name put together when the page runs would not be found; so the page's scripts write them whole.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

HASHED = {".js", ".css", ".wasm", ".json", ".otf", ".ttf", ".svg", ".png"}
# No modules: whole programs.
PROGRAMS = {"app.js", "explorer.js"}
# What others ask for by name: browsers for the worker, other sites for the picture.
NAMED = {"service-worker.js", "picture.png"}
TEXT = {".html", ".js", ".css", ".webmanifest"}
COMPRESSED = HASHED - {".png"} | {".html", ".txt", ".xml", ".webmanifest"}
WORTH_IT = 500  # bytes: what is smaller travels as quickly as it is


def fail(sentence: str) -> None:
    sys.exit(f"publish.py: {sentence}")


class Site:
    def __init__(self, folder: Path):
        self.folder = folder
        self.names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        self.hashed = [name for name in self.names if Path(name).suffix in HASHED and name not in NAMED]
        self.new_names: dict[str, str] = {}
        self.being_renamed: list[str] = []
        # Longest first: "fonts/a.otf" before "a.otf".
        names = "|".join(re.escape(name) for name in sorted(self.hashed, key=len, reverse=True))
        self.quoted = re.compile(r"""(?<=["'])(\./)?(""" + names + r""")(?=["'])""")
        self.in_style = re.compile(r"""(?<=["'(])(\./)?(""" + names + r""")(?=["')])""")

    def pattern(self, name: str) -> re.Pattern[str]:
        return self.in_style if name.endswith(".css") else self.quoted

    def references(self, name: str) -> list[str]:
        """What a file names."""
        if Path(name).suffix not in TEXT:
            return []
        text = (self.folder / name).read_text("utf-8")
        return [match[2] for match in self.pattern(name).finditer(text) if match[2] != name]

    def rewrite(self, name: str) -> None:
        """Gives the files that `name` mentions their new names there."""
        if Path(name).suffix not in TEXT:
            return
        path = self.folder / name
        text = path.read_text("utf-8")
        new = self.pattern(name).sub(
            lambda match: match[0] if match[2] == name else (match[1] or "") + self.rename(match[2]), text)
        if new != text:
            path.write_text(new, "utf-8")

    def rename(self, name: str) -> str:
        """Calls a file after its content, when the files it mentions have been."""
        if name in self.new_names:
            return self.new_names[name]
        if name in self.being_renamed:
            fail("these name each other, so none of them can be called after its content: "
                 + ", ".join(self.being_renamed))
        self.being_renamed.append(name)
        self.rewrite(name)
        self.being_renamed.pop()
        path = self.folder / name
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        new_name = str(Path(name).with_suffix(f".{digest}{path.suffix}"))
        path.rename(self.folder / new_name)
        self.new_names[name] = new_name
        return new_name

    def modules(self, name: str) -> list[str]:
        """The modules that `name` imports, those that they import, and so on."""
        found: list[str] = []
        waiting = [name]
        while waiting:
            for other in self.references(waiting.pop(0)):
                if other.endswith(".js") and other not in PROGRAMS and other not in found:
                    found.append(other)
                    waiting.append(other)
        return found


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    if old not in text:
        fail(f"{path.name} has no {old}")
    path.write_text(text.replace(old, new, 1), "utf-8")


def compress(path: Path, cache: Path) -> None:
    content = path.read_bytes()
    if path.suffix not in COMPRESSED or len(content) < WORTH_IT:
        return
    key = cache / hashlib.sha256(content).hexdigest()
    for ending, command in ((".br", ["brotli", "-q", "11", "--lgwin=24", "-c"]), (".gz", ["gzip", "-9", "-n", "-c"])):
        kept = key.with_suffix(ending)
        if not kept.exists():
            part = kept.with_suffix(ending + ".part")
            with open(part, "wb") as file:
                subprocess.run([*command, str(path)], stdout=file, check=True)
            part.rename(kept)
        shutil.copyfile(kept, f"{path}{ending}")


def publish(folder: Path, cache: Path) -> None:
    site = Site(folder)
    modules = site.modules("boot.js")
    for name in site.hashed:
        site.rename(name)
    for name in site.names:
        if name not in site.new_names:
            site.rewrite(name)

    # Modules are asked for together, not each when another has been read.
    pages = [name for name in site.names if name.endswith(".html")]
    links = "".join(f'<link rel="modulepreload" href="{site.new_names[name]}">\n' for name in modules)
    shells = [folder / name for name in pages if "<!-- modules -->" in (folder / name).read_text("utf-8")]
    for page in shells:
        replace(page, "<!-- modules -->\n", links)

    # What is compared to see whether there is anything new.
    version = hashlib.sha256()
    for name in [*site.new_names.values(), *pages]:
        version.update(name.encode() + (folder / name).read_bytes())
    digest = version.hexdigest()[:12]
    for page in shells:
        replace(page, 'data-version=""', f'data-version="{digest}"')
    kept = {"version": digest, "files": sorted(site.new_names.values()), "pages": [*pages, "manifest.webmanifest"]}
    replace(folder / "service-worker.js", '{version: "", files: [], pages: []}', json.dumps(kept, separators=(",", ":")))

    cache.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            compress(path, cache)


if __name__ == "__main__":
    publish(Path(sys.argv[1]), Path(sys.argv[2]))
