"""format(float, spec)."""

SPECS = ("", "f", ".2f", ".0f", "#.0f", "e", ".3e", "E", "g", ".3g", "#g", "G", "%", ".1%", "10.2f", "<10.2f", "^10.2f", "+.2f", " .2f", "010.2f", ",", ",.2f", "_.2f", "n", ".10", ".2", "5", "=+10.1f", "z.1f", "012,.1f", "*>12.3e", ".50f", ".1000f"[:4])
for spec in SPECS:
    print(repr(spec), [format(value, spec) for value in (3.14159, -0.04, 1234567.891, 0.0, -0.0, 1e20, 1e-7, float("inf"), float("nan"))])
for spec in ("d", "x", "s", "c", ".f", "5.", "!", ",_", "10.2q"):
    try:
        print(format(1.5, spec))
    except ValueError as error:
        print(repr(spec), error)
