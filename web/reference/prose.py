"""Turns the text of comments, and declarations, into HTML.

Comments are written for readers of the source: names stand in them bare (wait(), kTimeoutMax, Registry::create),
examples are indented, lists are numbered or dashed. Here names become code, and links where the page documents
them.
"""

import re
from html import escape

_CANDIDATE = re.compile(r"""
    `(?P<quoted>[^`]+)`
  | (?P<text>"(?:[^"]|"(?=\)))*?")
  | (?P<label>\b(?:Thread\ safety|Invariants?|REQUIRES|Costs?|Safety):)
  | (?P<code>
      ~?[A-Za-z_]\w*(?:(?:::|\.|->)~?[A-Za-z_]\w*)*\((?:[\w&*:.=,\ -]|\{\}|"[^"]*"|\(\))*\)
    | [A-Za-z_]\w*(?:(?:::|->)~?[A-Za-z_]\w*)+(?:<\w+>)?
    | (?:threading|queue|concurrent|time|lock|thread)(?:\.[A-Za-z_]\w*)+
    | \w+\.(?:h|cpp)\b
    | \.\w+\b(?=\ and|\ are)
    | k[A-Z]\w+
    | [A-Za-z]\w*_\w*
    | [A-Z]\w*\b
    )
""", re.VERBOSE)

_LABELS = {"REQUIRES:": "Requires:"}

_KEYWORDS = frozenset("""
    auto bool char class concept const constexpr default delete double enum explicit final for friend if int
    namespace new noexcept nullptr operator override private protected public return sizeof static struct template this throw true false try catch
    typename unsigned using virtual void while
""".split())

_CPP = re.compile(r"""
    (?P<comment>//.*) | (?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])')
  | (?P<number>\b\d[\w.]*) | (?P<word>~?[A-Za-z_]\w*(?:::~?\w+)*) | (?P<other>.|\n)
""", re.VERBOSE)


class Names:
    """What may be linked: the names the page documents, and where."""

    def __init__(self, anchors: dict[str, str]) -> None:
        self.anchors = anchors  # Lock.acquire -> its id

    def anchor(self, name: str, context: str = "") -> str | None:
        """For a name as it is written inside of `context`, a dotted path."""
        name = name.replace("::", ".").replace("->", ".").split("(")[0]
        scope = context
        while True:
            path = f"{scope}.{name}" if scope else name
            if path in self.anchors:
                return self.anchors[path]
            if not scope:
                return None
            scope = scope.rpartition(".")[0]


class Prose:
    def __init__(self, names: Names) -> None:
        self.names = names

    # ---- comments ----

    def paragraphs(self, lines: list[str], context: str = "") -> str:
        """A whole comment."""
        return "\n".join(self._block(kind, content, context) for kind, content in blocks_of(lines))

    def _block(self, kind: str, content: list[str], context: str) -> str:
        if kind == "code":
            return f"<pre>{self.cpp(chr(10).join(content), context)}</pre>"
        if kind == "text":
            return f"<p>{self.inline(' '.join(content), context)}</p>"
        items = "".join(f"<li>{self.inline(item.replace(' -> ', ' → '), context)}</li>" for item in content)
        return f"<ol>{items}</ol>" if kind == "numbers" else f'<ul class="{kind}">{items}</ul>'

    def inline(self, text: str, context: str = "") -> str:
        parts, at = [], 0
        for match in _CANDIDATE.finditer(text):
            parts.append(escape(text[at:match.start()], quote=False))
            at = match.end()
            parts.append(self._piece(match, text, context))
        parts.append(escape(text[at:], quote=False))
        return "".join(parts)

    def _piece(self, match: re.Match, text: str, context: str) -> str:
        word = match[0]
        if match["text"]:
            return escape(word, quote=False)
        if match["label"]:
            return f"<strong>{_LABELS.get(word, word)}</strong>"
        if match["quoted"]:
            return self.code(match["quoted"], context)
        if re.fullmatch(r"[A-Z]\w*", word) and not word.startswith("k"):
            # A word like any other, unless it is the name of something here.
            own = context.rpartition(".")[2] or context
            is_name = self.names.anchor(word, context) or word.endswith("Error")
            if not is_name or word == "Thread" and text[match.end():].startswith(" safety"):
                return escape(word)
            return f"<code>{word}</code>" if word == own else self.code(word, context)
        return self.code(word, context)

    def code(self, name: str, context: str = "") -> str:
        anchor = self.names.anchor(name, context)
        text = f"<code>{escape(name, quote=False)}</code>"
        return f'<a href="#{anchor}">{text}</a>' if anchor else text

    # ---- declarations and examples ----

    def cpp(self, text: str, context: str = "", name: str = "") -> str:
        """C++ with its words coloured; `name`, where it stands first, as what is being declared."""
        parts = []
        for match in _CPP.finditer(text):
            word = escape(match[0], quote=False)
            if match["comment"]:
                parts.append(f'<i class="c">{word}</i>')
            elif match["text"]:
                parts.append(f'<i class="s">{word}</i>')
            elif match["number"]:
                parts.append(f'<i class="n">{word}</i>')
            elif not match["word"]:
                parts.append(word)
            elif match[0] == name:
                name = ""
                parts.append(f"<b>{word}</b>")
            elif match[0] in _KEYWORDS:
                parts.append(f'<i class="k">{word}</i>')
            elif (anchor := self.names.anchor(match[0], context)) and match[0][0].isupper():
                parts.append(f'<a href="#{anchor}">{word}</a>')
            else:
                parts.append(word)
        return "".join(parts)


def blocks_of(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Splits a comment into ("text" | "code" | "numbers" | "dashes" | "moves", its lines or items).

    "moves" are the lines that tell how a state goes over into another: Idle -> Queued by push().
    """
    blocks: list[tuple[str, list[str]]] = []
    is_open = False  # may the next line belong to the last block?
    for line in lines:
        if not line:
            if is_open and blocks[-1][0] == "code":
                blocks[-1][1].append("")
            else:
                is_open = False
            continue
        last = blocks[-1][0] if blocks and is_open else None
        is_list = last in ("numbers", "dashes", "moves")
        if match := re.match(r" ?(\d+\.|-) +(.*)|(\w+ *(?:<?->).*)", line) if last != "code" else None:
            kind = "moves" if match[3] else "dashes" if match[1] == "-" else "numbers"
            if last != kind:
                blocks.append((kind, []))
            blocks[-1][1].append(match[2] or re.sub(r" +", " ", match[3]))
        elif line.startswith("  ") and is_list:
            blocks[-1][1][-1] += " " + line.strip()
        elif line.startswith("  "):
            if last != "code":
                blocks.append(("code", []))
            blocks[-1][1].append(line[2:] if line.startswith("   ") is False else line[3:])
        else:
            if last == "code":  # an empty line was taken for the example's
                is_open, last = False, None
            if last != "text":
                blocks.append(("text", []))
            blocks[-1][1].append(line)
        is_open = True
    for kind, content in blocks:
        while kind == "code" and content[-1] == "":
            content.pop()
    return blocks


def without_invariants(lines: list[str]) -> list[str]:
    """A comment without what it promises those who work on the class itself."""
    kept, is_dropping = [], False
    for line in lines:
        if line.startswith("Invariant"):
            is_dropping = True
        elif not line:
            is_dropping = False
        if not is_dropping:
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def sentences(lines: list[str]) -> list[str]:
    text = " ".join(" ".join(content) for kind, content in blocks_of(lines) if kind != "code")
    return re.split(r"(?<=[.?])\s+(?=[A-Z`a-z_]+)", text)


_BLOCKS = re.compile(r"""(?:(?P<who>\w+\(\))\ )?(?P<no>neither\ |never\ |none\ )?
    \b[Bb]locks(?=\ until|\ for|\ as|\ likewise|\ no\ longer|\ while|\ the\ calling|\ and|,|\.)""", re.VERBOSE)
_NEVER_BLOCKS = re.compile(r"[Nn]ever blocks?|[Nn]either( of them)? blocks|Does not block|[Nn]one blocks")


def may_block(lines: list[str]) -> str:
    """What a comment says about blocking, in a word or two; "" if nothing."""
    text = " ".join(sentences(lines))
    for match in _BLOCKS.finditer(text):
        if not match["no"] and not text[:match.start()].endswith(("Neither ", "Never ")):
            return f"{match['who']} blocks" if match["who"] else "blocks"
    return "never blocks" if _NEVER_BLOCKS.search(text) else ""


_RAISES = re.compile(r"^(?:Both )?[Rr]aises? |[,;] (?:and )?(?:may )?raises? |^\w+\(\)(?: and \w+\(\))* (?:blocks, and )?(?:may )?raises? ")


def raised(lines: list[str], errors: set[str]) -> list[str]:
    """The errors a comment says are raised, in its order."""
    found: list[str] = []
    for sentence in sentences(lines):
        if (match := _RAISES.search(sentence)) and not re.search(r"\w+\(\)$", sentence[:match.start()]):
            told = re.sub(r"\bnever \w+|\"[^\"]*\"", "", sentence[match.end():])
            found += [name for name in re.findall(r"[A-Z]\w+", told) if name in errors and name not in found]
    return found
