"""str % values: conversions, flags, stars, mappings."""

def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print("%s %r %a" % ("é", "é", "é"), "%d %i %u" % (1, -2, 3.99), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), "%x %X %o %#x %#o" % (255, 255, 8, 255, 8))
print("%f %.2f %10.3f|%-10.1f|" % (1.5, 2.345, 3.14159, 2.5), "%e %E %g %G" % (12345.678, 0.00012, 1e10, 1e-10), "%c%c" % ("a", 98), "%%", "%d%%" % 50, "%5s|%-5s|%.2s" % ("ab", "ab", "abcdef"))
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159), "%(a)s-%(b)03d" % {"a": "x", "b": 7}, "%s" % [1, 2], "%s" % ((1, 2),), "%s" % {}, "abc" % {}, "abc" % [], "%d" % True, "%s" % None, "%x" % 2 ** 70, "%d" % -(10 ** 30))


class Thing:
    def __str__(self):
        return "thing"

    def __repr__(self):
        return "<Thing>"

    def __int__(self):
        return 7

    def __float__(self):
        return 2.5

    def __index__(self):
        return 9


print("%s %r %d %x %.2f %10s|" % (Thing(), Thing(), Thing(), Thing(), Thing(), Thing()), "%(t)s" % {"t": Thing()}, "%s and %s" % ("a", Thing()), "%s" % [Thing()])
for template, values in (("%s %s", (1,)), ("%s", (1, 2)), ("%(a)s", 1), ("%(a)s", (1,)), ("abc", 1), ("%", 1), ("%", ()), ("%d", "a"), ("%x", 1.5), ("%c", "ab"), ("%c", -1), ("%c", 1.5), ("%*d", ("a", 3)), ("%y", 1), ("%y", ()), ("%f", "x"), ("%d", None), ("%(a)s", {}), ("%(a", {"a": 1}), ("%d", float("nan")), ("%d", float("inf")), ("%(a)s %s", {"a": 1}), ("%s", ())):
    show(lambda: template % values)
