"""string.Formatter: str.format() with steps of one's own."""
import string


class Plain(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}?>")
        return super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        return "*" + super().format_field(value, spec)

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)


print(Plain().format("{} {name} {missing} {0!r:>5}".replace("{0!r:>5}", "{!r:>5}"), 1, "x", name="N"))
print(list(string.Formatter().parse("a{b!r:>{w}}c{{d}}")))
print(string.Formatter().vformat("{0[k]} {1.real:04d} {w:>{n}}", ({"k": "v"}, 7), {"w": "x", "n": 3}))


class Checked(string.Formatter):
    def check_unused_args(self, used_args, args, kwargs):
        print(sorted(used_args, key=str), args, kwargs)


Checked().format("{0} {a}", 1, 2, a=3, b=4)
for template in ["{!x}", "{", "}", "{a", "{0}{}", "{}{0}", "{missing}", "{5}", "{:{:{}}}"]:
    try:
        print(string.Formatter().format(template, 1))
    except Exception as error:
        print(template, type(error).__name__, error)
