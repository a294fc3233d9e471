# Endless recursion is a RecursionError, wherever it happens, and the program goes on.
def attempt(what, call):
    try:
        call()
    except RecursionError as error:
        print(what, str(error)[:32])


class Loop:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __len__(self):
        return len(self)

    def __call__(self):
        return self()

    def __add__(self, other):
        return self + other

    def __iter__(self):
        return iter(self)

    def __bool__(self):
        return bool(self)

    @property
    def value(self):
        return self.value

    def __init_subclass__(cls):
        class Next(cls):
            pass


def plain(n):
    return plain(n + 1)


def generator():
    yield from generator()


def mutual_a():
    mutual_b()


def mutual_b():
    mutual_a()


def make():
    class Sub(Loop):
        pass


loop = Loop()
attempt("function", lambda: plain(0))
attempt("mutual", mutual_a)
attempt("repr", lambda: repr(loop))
attempt("eq", lambda: loop == loop)
attempt("hash", lambda: hash(loop))
attempt("getattr", lambda: loop.name)
attempt("len", lambda: len(loop))
attempt("call", lambda: loop())
attempt("add", lambda: loop + 1)
attempt("iter", lambda: iter(loop))
attempt("bool", lambda: bool(loop))
attempt("property", lambda: loop.value)
attempt("subclass", make)
attempt("generator", lambda: list(generator()))
attempt("sort key", lambda: sorted([1], key=plain))
attempt("map", lambda: list(map(plain, [1])))
attempt("str.format", lambda: "{}".format(loop))
attempt("f-string", lambda: f"{loop}")
attempt("in", lambda: 1 in [loop])
attempt("max", lambda: max([1, 2], key=plain))
print("alive")
