"""Reads the public declarations of a C++ header, each with the comment that stands over it.

Not a C++ parser: it knows the style of src/runtime. Comments are `//` lines. One that stands directly over a
declaration is its documentation, and that of the declarations which follow without an empty line or another
comment between; one behind an enumerator or a member on the same line is its own. What it cannot make sense of
is an error with file and line, never left out silently.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

# What a declaration is: "class", "enum", "namespace" (these have members), "function", "constant", "type" (an
# alias), "member" (of a struct), "enumerator".
WITH_MEMBERS = ("class", "enum", "namespace")


@dataclass
class Declaration:
    kind: str
    name: str
    text: str  # in one line, without attributes, body and default member initialisers of classes
    line: int
    comment: list[str] = field(default_factory=list)  # its lines, without the slashes
    members: list["Declaration"] = field(default_factory=list)
    parent: "Declaration | None" = None
    is_grouped: bool = False  # the comment is that of the declaration before it

    @property
    def path(self) -> str:
        """Lock.acquire; what belongs to the namespace itself has its bare name."""
        return f"{self.parent.path}.{self.name}" if self.parent else self.name

    @property
    def is_documented(self) -> bool:
        """Has words of its own, or needs none: special members that do what they always do, functions that
        do what their base says, and those parts of a type that its comment is about."""
        if self.comment or self.is_grouped or re.search(r"= (default|delete)$|\boverride\b", self.text):
            return True
        leans_on_type = self.kind in ("enumerator", "member", "constant") or self.is_constructor \
            or self.name.startswith(("~", "operator"))
        return leans_on_type and self.parent is not None and self.parent.is_documented

    @property
    def is_constructor(self) -> bool:
        return self.kind == "function" and self.parent is not None and self.parent.name.split(".")[-1] == self.name


@dataclass
class Header:
    path: Path
    comment: list[str]
    declarations: list[Declaration]

    @property
    def name(self) -> str:
        return self.path.name

    def all_declarations(self):
        def walk(declarations):
            for declaration in declarations:
                yield declaration
                yield from walk(declaration.members)
        return walk(self.declarations)


class HeaderError(Exception):
    pass


# Text that hides brackets and semicolons, or is about nothing but the compiler.
_TOKEN = re.compile(r"""
    (?P<comment>//[^\n]*) | (?P<directive>^[ \t]*\#[^\n]*(?:\\\n[^\n]*)*) | (?P<string>"(?:\\.|[^"\\])*")
  | (?P<char>'(?:\\.|[^'\\])') | (?P<newline>\n) | (?P<space>[ \t]+) | (?P<word>[A-Za-z_][\w']*|\d[\w'.]*)
  | (?P<sign>::|->|\[\[|\]\]|<=>|<<=?|[<>=!]=|&&|\|\||.)
""", re.VERBOSE | re.MULTILINE)


# Attributes behind words of annotations.h, which are about nothing but the compiler either.
_ANNOTATION = re.compile(r" ?\b(?:SCOPED_CAPABILITY|(?:[A-Z]+_)?(?:CAPABILITY|GUARDED_BY|REQUIRES|ACQUIRE|RELEASE)"
                         r"\((?:[^()\n]|\(\))*\))")


@dataclass
class _Token:
    kind: str
    text: str
    line: int


class _Reader:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.tokens: list[_Token] = []
        line = 1
        for match in _TOKEN.finditer(_ANNOTATION.sub("", path.read_text("utf-8"))):
            self.tokens.append(_Token(match.lastgroup, match[0], line))
            line += match[0].count("\n")
        self.at = 0
        self.private_types: set[str] = set()  # nested ones that are declared here and defined further down

    def fail(self, message: str) -> None:
        line = self.tokens[min(self.at, len(self.tokens) - 1)].line
        raise HeaderError(f"{self.path}:{line}: {message}")

    @property
    def token(self) -> _Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def read(self) -> Header:
        comment = self.leading_comment()
        return Header(self.path, comment, self.scope(None, "public"))

    def leading_comment(self) -> list[str]:
        lines = []
        while self.token and self.token.kind in ("comment", "newline", "directive"):
            if self.token.kind == "comment":
                lines.append(_without_slashes(self.token.text))
            elif self.token.kind == "directive" or self.tokens[self.at - 1].kind == "newline":
                break
            self.at += 1
        return lines

    def scope(self, parent: Declaration | None, access: str) -> list[Declaration]:
        """The declarations up to the brace that closes the scope, which is consumed, or the file's end."""
        found: list[Declaration] = []
        comment: list[str] = []
        is_grouped = False  # does the last comment still stand over what comes?
        empty_lines = 0
        while token := self.token:
            if token.kind == "newline":
                self.at += 1
                empty_lines += 1
                if empty_lines > 1:
                    comment, is_grouped = [], False
                continue
            if token.kind in ("space", "directive"):
                self.at += 1
                continue
            if token.kind == "comment":
                if is_grouped:
                    comment, is_grouped = [], False
                comment.append(_without_slashes(token.text))
                empty_lines = 0
                self.at += 1
                continue
            empty_lines = 0
            if token.text == "}":
                self.at += 1
                return found
            if label := self.access_label():
                access, comment, is_grouped = label, [], False
                continue
            declaration = self.declaration(parent, access)
            trailing = self.trailing_comment()
            if declaration is None or access == "private":
                comment, is_grouped = [], False
                continue
            if trailing and declaration.kind not in WITH_MEMBERS:  # there it only says what ends
                declaration.comment = trailing
            elif is_grouped:
                declaration.is_grouped = bool(found and found[-1].kind not in WITH_MEMBERS)
            else:
                declaration.comment = list(comment)
            is_grouped = is_grouped or (bool(comment) and not trailing)
            found.append(declaration)
        if parent is not None:
            self.fail(f"{parent.name} is not closed")
        return found

    def access_label(self) -> str | None:
        words = ("public", "protected", "private")
        if self.token.text in words and self.tokens[self.at + 1].text == ":":
            label = self.token.text
            self.at += 2
            return label
        return None

    def trailing_comment(self) -> list[str]:
        at = self.at
        while at < len(self.tokens) and self.tokens[at].kind == "space":
            at += 1
        if at < len(self.tokens) and self.tokens[at].kind == "comment":
            self.at = at + 1
            return [_without_slashes(self.tokens[at].text)]
        return []

    def declaration(self, parent: Declaration | None, access: str) -> Declaration | None:
        """One declaration with its body, or None if it is nothing to document."""
        line = self.token.line
        head = self.head()
        text = _one_line(head)
        closes = self.token.text if self.token else ""
        if text == "namespace threadbook::runtime" and closes == "{":
            self.at += 1
            # Its declarations are the file's: read on in the same scope.
            return None
        if match := re.match(r"namespace (\w*)$", text):
            self.at += 1
            namespace = Declaration("namespace", match[1], text, line, parent=parent)
            namespace.members = self.scope(namespace, "public")
            return None if match[1] == "detail" else namespace
        if match := re.match(r"(?:template <.*> )?(class|struct|enum class|enum) ([\w:]+)(?: final)?(?: : .*)?$", text):
            return self.type(parent, match, text, line, access)
        self.body_and_semicolon(text)
        if re.match(r"(friend class|template <class \w+> friend|static_assert|friend .*\w\(.*\)$)", text) \
                and "operator" not in text:
            return None
        return self.classified(parent, text, line, access)

    def head(self) -> list[_Token]:
        """The tokens up to the `{` of a body, a `;` or the `:` of a constructor's initialisers, not consumed."""
        head: list[_Token] = []
        depth = 0
        while token := self.token:
            if depth == 0 and token.text == ";":
                return head
            if depth == 0 and token.text == "{":
                text = _one_line(head)
                if _is_function(text) or "=" not in _bare(text):
                    return head
                self.skip_braces()  # the initialiser of a constant or member
                continue
            if depth == 0 and token.text == ":" and _is_function(_one_line(head)):
                return head
            depth += {"(": 1, ")": -1}.get(token.text, 0)
            if token.kind not in ("comment", "newline"):
                head.append(token)
            elif token.kind == "newline":
                head.append(_Token("space", " ", token.line))
            self.at += 1
        self.fail("a declaration does not end")

    def skip_braces(self) -> None:
        depth = 0
        while token := self.token:
            depth += {"{": 1, "}": -1}.get(token.text, 0)
            self.at += 1
            if depth == 0:
                return
        self.fail("a brace is not closed")

    def body_and_semicolon(self, text: str) -> None:
        if self.token.text == ":":  # initialisers: to the brace that opens the body
            depth = 0
            while not (depth == 0 and self.token.text == "{" and self.previous_text() in (")", "}")):
                depth += {"(": 1, ")": -1}.get(self.token.text, 0)
                self.at += 1
        if self.token.text == "{":
            self.skip_braces()
            if _is_function(text):
                return
        if self.token and self.token.text == ";":
            self.at += 1
        else:
            self.fail("expected ;")

    def previous_text(self) -> str:
        return next(t.text for t in reversed(self.tokens[:self.at]) if t.kind not in ("space", "newline", "comment"))

    def type(self, parent, match, text: str, line: int, access: str) -> Declaration | None:
        name = match[2].replace("::", ".")  # of a nested class that is defined outside: Barrier::Party
        if self.token.text == ";":  # a forward declaration
            self.at += 1
            if access == "private":
                self.private_types.add(f"{parent.path}.{name}")
            return None
        self.at += 1
        kind = "enum" if match[1].startswith("enum") else "class"
        declaration = Declaration(kind, name, text, line, parent=parent)
        if kind == "enum":
            declaration.members = self.enumerators(declaration)
        else:
            declaration.members = self.scope(declaration, "private" if match[1] == "class" else "public")
        if self.token.text != ";":
            self.fail(f"expected ; after {name}")
        self.at += 1
        return None if declaration.path in self.private_types else declaration

    def enumerators(self, parent: Declaration) -> list[Declaration]:
        found, comment = [], []
        while token := self.token:
            self.at += 1
            if token.text == "}":
                return found
            if token.kind == "comment":
                on_its_line = found and found[-1].line == token.line
                (found[-1].comment if on_its_line else comment).append(_without_slashes(token.text))
            elif token.kind == "word":
                found.append(Declaration("enumerator", token.text, token.text, token.line, comment, parent=parent))
                comment = []
            elif token.kind not in ("space", "newline") and token.text != ",":
                self.fail(f"{parent.name} has an enumerator with a value")
        self.fail(f"{parent.name} is not closed")

    def classified(self, parent, text: str, line: int, access: str) -> Declaration | None:
        text = re.sub(r"\[\[\w+\]\] ?", "", text)
        text = re.sub(r"\b(?:static |inline )(?=constexpr [^()]*=)|^inline ", "", text)
        if match := re.search(r"\busing (\w+) = ", text):
            return Declaration("type", match[1], text, line, parent=parent)
        if re.match(r"using [\w:]+$", text):  # inherited constructors
            return None
        bare = _bare(text)
        if match := re.search(r"\boperator\s*(\(\)|\w+|\W+?)\s*\(", text):
            return Declaration("function", "operator" + match[1], text, line, parent=parent)
        if _is_function(text):
            name = re.search(r"(~?[\w:]+)\s*\(", bare)[1]
            if "::" in name:  # the definition of what is declared above
                return None
            return Declaration("function", name, text, line, parent=parent)
        if match := re.search(r"\b(\w+)(?:\[\w*\])?(?: =.*)?$", bare):
            if "constexpr" in text:
                return Declaration("constant", match[1], text, line, parent=parent)
            return Declaration("member", match[1], re.sub(r" =$", "", text), line, parent=parent)
        self.fail(f"cannot make sense of: {text}")


def _without_slashes(text: str) -> str:
    return re.sub(r"^// ?", "", text).rstrip()


def _one_line(tokens: list[_Token]) -> str:
    return re.sub(r"\s+", " ", "".join(token.text for token in tokens)).strip()


def _bare(text: str) -> str:
    """A declaration without template parameters and arguments, and without the name of an operator."""
    text = re.sub(r"\boperator\s*(\(\)|[^\w\s(]+)", "operator", text)
    previous = None
    while previous != text:
        previous, text = text, re.sub(r"<[^<>;{}]*>", "", text)
    return text


def _is_function(text: str) -> bool:
    return "(" in re.sub(r"\bnoexcept\(|\balignas\(", "", _bare(text).split(" = ")[0]) or "operator" in text


def read_header(path: Path) -> Header:
    return _Reader(path).read()
