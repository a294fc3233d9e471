"""format(str, spec)."""

for spec in ("", "s", "5", "<5", ">5", "^5", "*^7", ".2", "5.1s", "05", "☃<4", "}>3"):
    print(repr(spec), [format(value, spec) for value in ("abc", "", "☃é")])
for spec in ("d", "=5", "+", ",", "x", "#", ".2f", "5.", "<", "z"):
    try:
        print(repr(format("abc", spec)))
    except ValueError as error:
        print(repr(spec), error)
