"""str.format: numbering, names, lookups, nesting, errors."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print("{} {}".format(1, "a"), "{1} {0}".format(1, 2), "{x} {y}".format(x=1, y=2), "{0} {x} {0}".format("a", x="b"), "{{}}".format(), "{0!r:>6}".format("a"))
print("{0[1]} {0[0]}".format([1, 2]), "{d[key]} {d[3]}".format(d={"key": "v", 3: "three"}), "{:>{}}".format("a", 4), "{:{fill}^{width}}".format("x", fill="*", width=5), "{!s} {!r} {!a}".format("é", "é", "é"))
print("{0.real} {0.imag}".format(5), "{:.2f} {:,} {:%}".format(3.14159, 1234567, 0.25), "{a}".format_map({"a": 1}))


class Config:
    name = "n"
    items = [1, {"deep": "found"}]

    def __str__(self):
        return "config"


print("{0.name} {0.items[0]} {0.items[1][deep]} {0} {0!s:>8}".format(Config()), "{c.name:>5}".format(c=Config()))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b}".format_map(Default(a=1)))
for template in ("{} {}", "{0} {}", "{} {0}", "{x}", "{", "}", "{!x}", "{!}", "{!r", "{:5", "{0[1}", "{0.}", "{0[]}", "{0[0]x}", "{:{:{}}}", "{0[a]}", "{0.nothing}", "{-1}", "{ }", "{0!rx}", "a}b", "{a{b}}"):
    show(lambda: template.format([1]))
