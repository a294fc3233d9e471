# What cannot fit into memory is refused at once, and the program goes on.
def attempt(what, make):
    try:
        make()
    except (MemoryError, OverflowError) as error:
        print(what, type(error).__name__)


attempt("list", lambda: [0] * 10**14)
attempt("tuple", lambda: (None,) * 10**14)
attempt("str", lambda: "x" * 10**14)
attempt("bytes", lambda: b"x" * 10**14)
attempt("list beyond an index", lambda: [0] * 10**30)
attempt("str beyond an index", lambda: "ab" * 10**30)
attempt("shift", lambda: 1 << 10**20)
attempt("range", lambda: len(range(10**30)))
attempt("format", lambda: "%*d" % (10**30, 1))
print("alive")
