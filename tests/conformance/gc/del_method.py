"""__del__: when its object is found to be garbage, once."""
import gc


class Named:
    def __init__(self, name, **parts):
        self.name = name
        self.__dict__.update(parts)

    def __del__(self):
        print("del", self.name)


def section(title):
    print("--", title)


section("dropped")
x = Named("x")
del x
gc.collect()
gc.collect()

section("in a cycle, in the order they were made")
a, b, c = Named("a"), Named("b"), Named("c")
a.next, b.next, c.next = b, c, a
del a, b, c
gc.collect()

section("its own")
me = Named("me")
me.me = me
del me
gc.collect()

section("who owns goes first")
inner = Named("inner")
outer = Named("outer", first=inner, second=Named("second"))
del inner
outermost = Named("outermost", boxes=[{"outer": outer}])
del outer
del outermost
gc.collect()

section("a long chain")
chain = None
for i in range(30):
    chain = Named(i, next=chain)
del chain
gc.collect()

section("a local variable")


def work():
    local = Named("local")
    print("working")


work()
gc.collect()

section("kept")


class Phoenix:
    kept = None

    def __del__(self):
        print("rises")
        Phoenix.kept = self


p = Phoenix()
print(gc.is_finalized(p))
del p
gc.collect()
print(Phoenix.kept is not None, gc.is_finalized(Phoenix.kept))
Phoenix.kept = None
gc.collect()
print(Phoenix.kept)

section("what it owned is kept with it, or handed on")
pool = []


class Lender:
    def __init__(self, thing):
        self.thing = thing

    def __del__(self):
        print("gives back", self.thing.name)
        pool.append(self.thing)


lender = Lender(Named("thing"))
del lender
gc.collect()
print([thing.name for thing in pool])
pool.clear()
gc.collect()

section("made by a __del__")


class Ancestor:
    def __init__(self, generation):
        self.generation = generation

    def __del__(self):
        print("generation", self.generation)
        if self.generation < 3:
            Ancestor(self.generation + 1)


Ancestor(0)
gc.collect()

section("half made")


class Fails:
    def __init__(self):
        self.name = "begun"
        raise ValueError("no")

    def __del__(self):
        print("del", self.name)


try:
    Fails()
except ValueError:
    pass
gc.collect()

section("collected from within")


class Collects:
    def __del__(self):
        print("collecting", type(gc.collect()).__name__)


Collects()
gc.collect()
print(gc.garbage)
