"""Writes the reference of the thread runtime: every public declaration of its headers, as one HTML page.

    generate.py [ROOT] > reference.html

ROOT is the project's folder. The page has the look of the book as plain text (page.css, and reference.css for
what only it has). What it says is what the headers say: to change it, change their comments.
"""

import re
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

from headers import WITH_MEMBERS, Declaration, Header, read_header
from prose import Names, Prose, may_block, raised, without_invariants


@dataclass
class Part:
    title: str
    about: str
    headers: list[str]


PARTS = [
    Part("Threads", "What a program's threads are, how they start and end, and what belongs to each.",
         ["thread.h", "registry.h", "this_thread.h", "local.h", "timer.h"]),
    Part("Locks and waiting", "The primitives of Python's `threading`.",
         ["lock.h", "rlock.h", "condition.h", "semaphore.h", "event.h", "barrier.h"]),
    Part("Queues", "Python's `queue`.", ["queue.h"]),
    Part("Futures", "Python's `concurrent.futures`.", ["future.h", "thread_pool_executor.h"]),
    Part("Time and errors", "What all of them use.", ["clock.h", "optional_timeout.h", "errors.h"]),
    Part("For executors", "The same things taken apart, for who must not block: a virtual machine, or a schedule "
         "that runs many threads on one. A program that just uses threads needs none of this.",
         ["waitable.h", "parker.h", "notifier.h", "completion.h", "queue_state.h", "future_state.h",
          "thread_record.h", "carrier.h", "shared_carriers.h", "platform.h", "alone.h", "in_order.h"]),
]
# Of these only what they are for.
INSIDE = Part("Inside", "What the above is made of. Not for use by programs; the headers tell more.",
              ["annotations.h", "descriptor_wait.h", "guard.h", "mutex.h", "patience.h", "seqlock.h", "slot_list.h",
               "small_condition.h", "small_mutex.h", "wake_list.h", "worker_pool.h"])

RULES = [
    "Everything is in namespace `threadbook::runtime`; include `runtime/lock.h` and so on. Attributes such as "
    "`[[nodiscard]]` are left out here.",
    "A function blocks only if its entry says so. Blocking means waiting for another thread or for time to pass; "
    "every wait that blocks can be ended by `Registry::request_stop`, and then raises `ThreadStopped`.",
    "It raises what its entry names: the classes are called as Python's exceptions, their texts are CPython 3.11's. "
    "A constructor or a container that finds no memory raises `std::bad_alloc`, as everywhere.",
    "Timeouts are seconds as Python's, `0.5`, or durations of `std::chrono`, `500ms`. Every function that takes one "
    "raises `ValueError` for NaN and `OverflowError` for what 64 bits of nanoseconds cannot hold. Sizes are in bytes, points in "
    "time in nanoseconds of the monotonic clock.",
    "What is called “Python's” behaves as CPython 3.11's `threading`, `queue` and `concurrent.futures`, and as 3.13's "
    "where that added something.",
]


class Page:
    def __init__(self, root: Path) -> None:
        runtime = root / "src/runtime"
        self.root = root
        self.read_me = (runtime / "README.md").read_text("utf-8")
        self.parts = [(part, [read_header(runtime / name) for name in part.headers]) for part in PARTS]
        self.inside = [read_header(runtime / name) for name in INSIDE.headers]
        self.ids: dict[int, str] = {}  # of declarations, by identity
        anchors: dict[str, str] = {}
        for header in self.headers():
            anchors[header.name] = header.name
            for declaration in header.all_declarations():
                if declaration.text.endswith("= delete"):
                    continue  # what is there tells enough
                path = _anchor_text(declaration.path)
                count = sum(1 for taken in self.ids.values() if taken == path or taken.startswith(path + "-"))
                self.ids[id(declaration)] = f"{path}-{count + 1}" if count else path
                anchors.setdefault(declaration.path, self.ids[id(declaration)])
        for header in self.inside:
            anchors[header.name] = header.name
        self.prose = Prose(Names(anchors))
        self.errors = {d.name for h in self.headers() for d in h.declarations
                       if d.name.endswith("Error") or d.name in ("ThreadStopped", "Empty", "Full", "ShutDown",
                                                                 "BrokenExecutor", "BrokenThreadPool")}

    def headers(self) -> list[Header]:
        return [header for _, headers in self.parts for header in headers]

    def text(self) -> str:
        body = "\n".join([
            '<header><a class="home" href="./">Threadbook</a><h1>The thread runtime</h1></header>',
            f'<aside>{self.contents()}</aside>', '<article>', self.opening(),
            *(self.part(part, headers) for part, headers in self.parts), self.inside_part(), self.example(), '</article>'])
        return _SHELL.replace("{body}", body)

    # ---- what stands before the entries ----

    def contents(self) -> str:
        lines = ['<nav aria-label="Contents">']
        for part, headers in self.parts:
            lines.append(f'<h2><a href="#{_part_id(part)}">{part.title}</a></h2><ul>')
            for header in headers:
                names = dict.fromkeys(d.path for d in header.declarations)
                links = " ".join(f'<a href="#{self.prose.names.anchors[n]}">{escape(n)}</a>' for n in names)
                lines.append(f'<li><a class="file" href="#{header.name}">{header.name}</a> <span>{links}</span></li>')
            lines.append("</ul>")
        links = "".join(f'<li><a class="file" href="#{header.name}">{header.name}</a></li>' for header in self.inside)
        lines.append(f'<h2><a href="#{_part_id(INSIDE)}">{INSIDE.title}</a></h2><ul>{links}</ul>')
        lines.append('<h2><a href="#example">An example</a></h2></nav>')
        return "\n".join(lines)

    def opening(self) -> str:
        """The first paragraph and the table of src/runtime/README.md, and how to read an entry."""
        about = re.search(r"\n\n(.+?)\n\n", self.read_me, re.DOTALL)[1].replace("\n", " ")
        about = about.split(" `tests/")[0]
        rows = re.findall(r"^\| (.+?) \| (.+?) \|$", self.read_me, re.MULTILINE)
        table = "".join(f"<tr><td>{self.markdown(python)}</td><td>{self.markdown(here)}</td></tr>"
                        for python, here in rows[1:])
        rules = "".join(f"<li>{self.markdown(rule)}</li>" for rule in RULES)
        return (f"<p>{self.markdown(about)} A whole program that uses it stands "
                f'<a href="#example">at the end</a>.</p>\n<table><thead><tr><th>of Python</th><th>here</th></tr></thead>'
                f"<tbody>{table}</tbody></table>\n<h2>How to read an entry</h2>\n<ul>{rules}</ul>")

    def markdown(self, text: str) -> str:
        """A sentence with `code` and *words that are stressed*."""
        parts = re.split(r"`([^`]+)`", text)
        return "".join(self.prose.code(part) if i % 2 else re.sub(r"\*(\w+)\*", r"<em>\1</em>", escape(part, quote=False))
                       for i, part in enumerate(parts))

    # ---- the entries ----

    def part(self, part: Part, headers: list[Header]) -> str:
        return "\n".join([f'<h2 id="{_part_id(part)}">{part.title}</h2>', f"<p>{self.markdown(part.about)}</p>",
                          *map(self.header, headers)])

    def header(self, header: Header) -> str:
        opening = self.prose.paragraphs(header.comment)
        return (f'<section class="header" id="{header.name}"><h3>{_self_link(header.name, header.name)}</h3>\n'
                f'<div class="about">{opening}</div>\n{self.entries(header.declarations)}\n</section>')

    def entries(self, declarations: list[Declaration]) -> str:
        entries: list[str] = []
        group: list[Declaration] = []
        for declaration in declarations:
            if id(declaration) not in self.ids or _is_defaulted(declaration):
                continue
            if group and not (declaration.is_grouped or _is_same_kind_without_words(group[-1], declaration)):
                entries.append(self.group(group))
                group = []
            if declaration.kind in WITH_MEMBERS:
                entries.append(self.type(declaration))
            else:
                group.append(declaration)
        if group:
            entries.append(self.group(group))
        return "\n".join(entries)

    def type(self, declaration: Declaration) -> str:
        about = self.prose.paragraphs(without_invariants(declaration.comment), declaration.path)
        if declaration.kind == "class" and any(re.search(r"\(const \w+&\) = delete$", d.text) for d in declaration.members):
            about += '\n<p class="aside">Neither copied nor moved.</p>'
        kind = "h4" if declaration.parent is None and "." not in declaration.name else "h5"
        head = _self_link(self.ids[id(declaration)], declaration.path.replace(".", "::"))
        members = self.entries(declaration.members) if declaration.kind != "enum" else self.group(declaration.members)
        return (f'<section class="type" id="{self.ids[id(declaration)]}"><{kind}>{head}</{kind}>\n'
                f'<div class="declarations"><div>{self.code(declaration)}</div>'
                f'{self.boxed(list(filter(_is_defaulted, declaration.members)))}</div>\n<div class="about">{about}</div>\n'
                f'<div class="members">{members}</div></section>')

    def group(self, group: list[Declaration]) -> str:
        """Declarations under one comment; or parts of a type, each with a word of its own or none."""
        if group[0].kind in ("member", "enumerator") or len(group) > 3 and group[0].kind == "constant":
            rows = "".join(f'<dt id="{self.ids[id(d)]}">{self.code(d)}</dt>'
                           f"<dd>{_sentence(self.prose.inline(' '.join(d.comment), d.path))}</dd>" for d in group)
            return f'<dl class="parts">{rows}</dl>'
        first = group[0]
        context = first.parent.path if first.parent else first.path
        code = self.boxed(group)
        about = self.prose.paragraphs(first.comment, context)
        if not first.comment and "override" in first.text and (base := self.base_of(first)):
            about = f"<p>As {self.prose.code(base)}.</p>"
        facts = self.facts(first.comment, group)
        return (f'<section class="entry"><div class="declarations">{code}</div>{facts}\n'
                f'<div class="about">{about}</div></section>')

    def boxed(self, declarations: list[Declaration]) -> str:
        return "".join(f'<div id="{self.ids[id(d)]}">{self.code(d)}</div>' for d in declarations)

    def base_of(self, declaration: Declaration) -> str | None:
        """The function of a base class that it overrides, as Base::name."""
        bases = re.findall(r"public (\w+)", declaration.parent.text)
        return next((f"{base}::{declaration.name}" for base in bases
                     if self.prose.names.anchor(f"{base}.{declaration.name}")), None)

    def facts(self, comment: list[str], group: list[Declaration]) -> str:
        facts = []
        if group[0].kind == "function":
            if blocking := may_block(comment):
                kind = ' class="blocks"' if "never" not in blocking else ""
                who, _, word = blocking.rpartition(" ") if "(" in blocking else ("", "", blocking)
                facts.append(f"<span{kind}>{self.prose.code(who) + ' ' if who else ''}{word}</span>")
        if errors := raised(comment, self.errors):
            facts.append("<span>raises " + ", ".join(map(self.prose.code, errors)) + "</span>")
        return f'<div class="facts">{"".join(facts)}</div>' if facts else ""

    def code(self, declaration: Declaration) -> str:
        """The declaration, its name a link to itself."""
        context = declaration.parent.path if declaration.parent else ""
        name = "operator" if declaration.name.startswith("operator") else declaration.name.replace(".", "::")
        html = self.prose.cpp(declaration.text, context, name)
        return "<code>" + html.replace(f"<b>{escape(name)}</b>",
                                       f'<a class="name" href="#{self.ids[id(declaration)]}">{escape(name)}</a>', 1) + "</code>"

    def inside_part(self) -> str:
        rows = "".join(f'<dt id="{header.name}"><code>{header.name}</code></dt>'
                       f"<dd>{self.prose.paragraphs(_first_paragraph(header.comment))}</dd>" for header in self.inside)
        return (f'<h2 id="{_part_id(INSIDE)}">{INSIDE.title}</h2><p>{self.markdown(INSIDE.about)}</p>'
                f'<dl class="parts">{rows}</dl>')

    def example(self) -> str:
        source = (self.root / "tests/runtime/example_main.cpp").read_text("utf-8")
        return f'<h2 id="example">An example</h2>\n<pre>{self.prose.cpp(source.strip())}</pre>'


def _anchor_text(path: str) -> str:
    return re.sub(r"[^\w.~-]", lambda match: f"_{ord(match[0]):x}", path)


def _part_id(part: Part) -> str:
    return part.title.lower().replace(" ", "-")


def _self_link(anchor: str, text: str) -> str:
    return f'<a class="anchor" href="#{anchor}">{escape(text)}</a>'


def _is_defaulted(declaration: Declaration) -> bool:
    return not declaration.comment and declaration.text.endswith("= default") and not declaration.name.startswith("operator")


def _is_same_kind_without_words(before: Declaration, after: Declaration) -> bool:
    if before.kind != after.kind or after.kind == "function":
        return False
    return after.kind == "member" or before.kind == "constant" and not after.comment


def _sentence(text: str) -> str:
    """In HTML: with a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if not text or text.endswith((".", "?")) else ".")


def _first_paragraph(lines: list[str]) -> list[str]:
    return lines[:lines.index("")] if "" in lines else lines


_SHELL = """<!doctype html>
<html lang="en" data-state="plain">
<head>
<meta charset="utf-8">
<title>The thread runtime - Threadbook</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Reference of Threadbook's thread runtime: Python's threading, queue and concurrent.futures for C++.">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="icons/threadbook.svg" type="image/svg+xml">
<link rel="stylesheet" href="page.css">
<link rel="stylesheet" href="reference.css">
</head>
<body>
<main id="book" class="reference">
{body}
</main>
</body>
</html>
"""


def main() -> None:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    print(Page(root).text(), end="")


if __name__ == "__main__":
    main()
