# exec(), eval() and compile() hand the features of the calling code on; flags and dont_inherit decide otherwise.
from __future__ import annotations

import __future__

SOURCE = "def f(a: int) -> Undefined: pass"


def annotations_of(code):
    space = {}
    try:
        exec(code, space)
    except NameError as error:
        return error
    return space["f"].__annotations__


FLAG = __future__.annotations.compiler_flag
print(annotations_of(SOURCE))
print(annotations_of(compile(SOURCE, "x", "exec")))
print(annotations_of(compile(SOURCE, "x", "exec", dont_inherit=True)))
print(annotations_of(compile(SOURCE, "x", "exec", FLAG, True)))
print(annotations_of(compile(SOURCE + "\n", "x", "single", FLAG, True)))
print(annotations_of(compile("from __future__ import annotations\n" + SOURCE, "x", "exec", 0, True)))


def plain(source):
    exec(compile("def run(source):\n  space = {}\n  exec(source, space)\n  return space['f'].__annotations__", "x", "exec",
                 dont_inherit=True), space := {})
    return space["run"](source)


print(plain("def f(a: int): pass"), plain("from __future__ import annotations\ndef f(a: int): pass"))
print(eval("(lambda: exec('def f(a: int): pass', space := {}) or space['f'].__annotations__)()"))


def function():
    return lambda: [x for x in "a"]


for code in (function.__code__, function().__code__, compile("1", "x", "eval"), compile("1", "x", "eval", 0, True),
             compile("1", "x", "eval", __future__.division.compiler_flag, True)):
    print(hex(code.co_flags & 0x1FE0000))
for flags, dont_inherit, optimize in ((1, 0, -1), (0x100, 0, -1), (0, 0, 3), (0, 0, -2), ("x", 0, -1), (0, 0, None), (0x7210, 1, 2)):
    try:
        print(eval(compile("1 + 1", "x", "eval", flags, dont_inherit, optimize)))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
