"""Decimal numbers from and to text."""


def parse(text):
    """(sign, digits, exponent) of a number's text, an exponent of "F", "n" or "N" for special ones; None."""
    plain = text.strip().replace("_", "").lower()
    sign = 0
    if plain[:1] in ("+", "-"):
        sign = 1 if plain[0] == "-" else 0
        plain = plain[1:]
    if plain in ("inf", "infinity"):
        return sign, 0, "F"
    for name, kind in (("snan", "N"), ("nan", "n")):
        if plain.startswith(name) and (plain == name or plain[len(name):].isdecimal()):
            return sign, int(plain[len(name):] or "0"), kind
    mantissa, mark, exponent = plain.partition("e")
    whole, point, fraction = mantissa.partition(".")
    if not (whole + fraction).isdecimal():
        return None
    power = 0
    if mark:
        digits = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not digits.isdecimal():
            return None
        power = int(exponent)
    return sign, int(whole + fraction), power - len(fraction)


def show(number, engineering=False, capitals=1):
    """str() of a Decimal: plain where the exponent is moderate, else scientific."""
    sign = "-" if number._sign else ""
    if isinstance(number._exp, str):
        name = {"F": "Infinity", "n": "NaN", "N": "sNaN"}[number._exp]
        return sign + name + (str(number._int) if number._exp != "F" and number._int else "")
    digits = str(number._int)
    left = number._exp + len(digits)    # digits before the point
    if number._exp <= 0 and left > -6:
        place = left
    elif not engineering:
        place = 1
    elif digits == "0":
        place = (left + 1) % 3 - 1
    else:
        place = (left - 1) % 3 + 1
    if place <= 0:
        text = "0." + "0" * -place + digits
    elif place >= len(digits):
        text = digits + "0" * (place - len(digits))
    else:
        text = digits[:place] + "." + digits[place:]
    if left != place:
        text += f"{'E' if capitals else 'e'}{left - place:+d}"
    return sign + text


def parse_spec(spec):
    """The parts of a format specification, by name; None if it is none."""
    parts = {"fill": " ", "align": "", "sign": "-", "zero": False, "width": 0, "comma": "", "precision": None,
             "type": ""}
    rest = spec
    if len(rest) > 1 and rest[1] in "<>=^":
        parts["fill"], parts["align"], rest = rest[0], rest[1], rest[2:]
    elif rest[:1] in ("<", ">", "=", "^"):
        parts["align"], rest = rest[0], rest[1:]
    if rest[:1] in ("+", "-", " "):
        parts["sign"], rest = rest[0], rest[1:]
    if rest[:1] == "z" or rest[:1] == "#":
        rest = rest[1:]
    if rest[:1] == "0":
        parts["zero"], rest = True, rest[1:]
    digits = rest[:len(rest) - len(rest.lstrip("0123456789"))]
    if digits:
        parts["width"], rest = int(digits), rest[len(digits):]
    if rest[:1] == ",":
        parts["comma"], rest = rest[0], rest[1:]
    if rest[:1] == ".":
        rest = rest[1:]
        digits = rest[:len(rest) - len(rest.lstrip("0123456789"))]
        if not digits:
            return None
        parts["precision"], rest = int(digits), rest[len(digits):]
    if rest not in ("", "e", "E", "f", "F", "g", "G", "n", "%"):
        return None
    parts["type"] = rest
    if parts["zero"] and not parts["align"]:
        parts["fill"], parts["align"] = "0", "="
    return parts


def lay_out(sign, body, parts):
    """Groups the digits and fills up to the width."""
    whole, point, rest = body.partition(".")
    mark = whole.upper().find("E")
    if mark >= 0 and not point:
        whole, rest = whole[:mark], whole[mark:]
    elif mark < 0 and not point and whole.endswith("%"):
        whole, rest = whole[:-1], "%"
    comma = parts["comma"]
    if comma:
        least = 0
        if parts["fill"] == "0" and parts["align"] == "=":
            least = parts["width"] - len(sign) - len(point) - len(rest)
        whole = _grouped(whole, comma, least)
    text = whole + point + rest
    if parts["sign"] != "-" and not sign:
        sign = parts["sign"]
    padding = parts["fill"] * max(0, parts["width"] - len(sign) - len(text))
    align = parts["align"] or ">"
    if align == "=":
        return sign + padding + text
    if align == "<":
        return sign + text + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + text + padding[half:]
    return padding + sign + text


def _grouped(digits, comma, least):
    """Digits in threes; zeros in front, grouped too, until it is `least` long."""
    while True:
        groups = []
        rest = digits
        while len(rest) > 3:
            groups.insert(0, rest[-3:])
            rest = rest[:-3]
        text = comma.join([rest, *groups])
        if len(text) >= least:
            return text
        digits = "0" + digits
