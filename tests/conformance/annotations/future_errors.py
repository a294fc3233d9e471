# What the compiler refuses about `from __future__ import`, and in annotations that are not evaluated.
SOURCES = [
    "from __future__ import zork",
    "from __future__ import division, zork",
    "from __future__ import braces",
    "from __future__ import *",
    "from __future__ import barry_as_FLUFL",
    "x = 1\nfrom __future__ import division",
    "x = 1; from __future__ import division",
    "from __future__ import division; x = 1; from __future__ import annotations",
    "import sys\nfrom __future__ import division",
    "'doc'\nfrom __future__ import division",
    "'doc'\n'more'\nfrom __future__ import division",
    "1\nfrom __future__ import division",
    "def f():\n    from __future__ import division",
    "if 1:\n    from __future__ import division",
    "from .__future__ import zork",
    "from __future__ import division\n\n# comment\nfrom __future__ import annotations as a",
]
ANNOTATIONS = [
    "(yield)", "(yield from x)", "(x := 1)", "await_", "lambda: (yield)", "lambda: (x := 1)", "[x for x in (y := 1)]",
    "[y := 1 for x in z]", "[(yield) for x in y]", "[lambda: (yield) for x in y]", "f(a=1, a=2)", "lambda a, a: 1",
    "{**a, **b}", "a.__debug__", "lambda __debug__: 1", "__debug__", "super()", "__class__", "x.y.z", "nonlocal_",
]
PLACES = ["v: {}", "def f(a: {}): pass", "def f() -> {}: pass", "class C:\n    v: {}", "def f():\n    v: {}",
          "def f():\n    v.x: {}", "def f(*a: {}): pass"]


def attempt(source):
    try:
        compile(source, "source", "exec", dont_inherit=True)
        print("fine")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)


for source in SOURCES:
    print(repr(source), end=": ")
    attempt(source)
for future in ("", "from __future__ import annotations\n"):
    for annotation in ANNOTATIONS:
        for place in PLACES:
            print(place.format(annotation).replace("\n", " "), end=" | ")
            attempt(future + place.format(annotation))
attempt("from __future__ import annotations\ndef f():\n    x: int\n    def g():\n        nonlocal x\n        x = 1\n")
attempt("from __future__ import annotations\ndef f(a: b):\n    global b\n")
attempt("from __future__ import annotations\ndef f():\n    global b\n    b: int\n")
attempt("from __future__ import annotations\ndef f():\n    def g(a: c): pass\n    nonlocal c\n")
