# With `from __future__ import annotations` an annotation is its own text, written anew from the syntax tree.
from __future__ import annotations

import sys


class Texts:
    names: (a.b.c)
    union: int|None
    subscript: dict[str,list[int]]
    tuple_subscript: tuple[(int, str)]
    one: tuple[int,]
    empty: tuple[()]
    slices: x[1:2, ::3, :]
    starred: tuple[*Ts]
    callables: Callable[[int,   str], None]
    strings: Literal["a", 'it\'s', "both ' and \"", u'old', b'bytes', '\n\t\x00é\u200b']
    joined: 'a' "b"
    numbers: [0x10, 1_000, 1e400, -1e400j, 1e16, .5, 1j, 10**100]
    constants: (None, True, False, ...)
    attribute_of_number: (1).real
    operators: a+b*c-(d-e)//f%g@h
    power: (-1)**2**-3
    bits: a|b&c^d<<e>>(f|g)
    logic: not a and b or (c or d) and not (e == f)
    compared: a<b<=c!=(d>e)
    membership: a not in b is not c
    unary: -+~a
    choice: (a if b else c) if d else e if f else g
    function: lambda: 0
    parameters: lambda a, /, b=1, *c, d=(2, 3), e, **k: (a, b)
    only_starred: lambda *a: a
    only_keywords: lambda *, a: a
    displays: [(), (a,), (a, b), [], [a], {a}, {}, {a: b, **c}, [*a, *(b or c)]]
    comprehensions: [[x for x in y if a if b], {x for x, y in z for w in x}, {k: v for k, v in i}, (x for x in y)]
    generator_argument: f(x for x in y)
    call: f(a, *b, c=d, **e)(g)[h].i
    fields: f'{a}{b!r:>{w}} {{}} {"quoted"} {c=}'
    nested_field: f"{ {1: 2}[1] } it's"
    multiline: Union[
        int,  # a comment
        str,
    ]


for name, annotation in Texts.__annotations__.items():
    print(name.ljust(20), annotation)
print(sys.intern(Texts.__annotations__["names"]) == "a.b.c", type(Texts.__annotations__["names"]))
