"""Compares src/python/numeric with this interpreter.

    python3 differential.py DRIVER... [--count N] [--seed S] [--only NAME]

DRIVER is the command that runs the compiled differential.cpp (for wasm: node and the script). Every function gets N random
calls, edge cases included; a difference is printed and the exit status is 1. CPython 3.11 is the reference.
"""

import argparse
import math
import random
import struct
import subprocess
import sys

sys.set_int_max_str_digits(0)

EDGES = [0, 1, 2, 3, 7, 9, 10, 2**27, 2**28 - 1, 2**28, 2**30, 2**31, 2**32 - 1, 2**53, 2**53 + 1, 2**59, 2**60 - 1, 2**60,
         2**61 - 2, 2**61 - 1, 2**61, 2**62, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 2**112, 2**120 - 1, 2**120, 2**127, 2**128,
         10**18, 10**19, 10**100, 2**240, 2**1023, 2**1024 - 2**970 - 1, 2**1024 - 2**970, 2**1024]
FLOAT_EDGES = [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.5, 0.1, 0.3, 1e-5, 1e16, 1e17, 5e-324, 2.2250738585072014e-308,
               2.225073858507201e-308, 1.7976931348623157e308, 2.0**53, 2.0**53 - 1, 2.0**63, 2.0**64, 1e300, 1e-300, 0.05,
               2.675, 1.005, 123456789.125, math.pi, float("inf"), float("nan")]


def make_int(r, bits=None):
    kind = r.random()
    if kind < 0.2:
        value = r.choice(EDGES) + r.choice([-1, 0, 0, 1])
    elif kind < 0.5:
        value = r.getrandbits(r.randint(1, 70))
    else:
        size = bits or r.choice([128, 200, 500, 2000])
        value = r.getrandbits(r.randint(1, size))
        if r.random() < 0.2:  # long runs of ones and zeros
            value = (1 << r.randint(1, size)) - (1 << r.randint(0, size // 2)) + r.randint(-1, 1)
    return -value if r.random() < 0.4 else value


def make_huge(r):
    bits = r.choice([3000, 10_000, 50_000, 200_000, 800_000])
    value = r.getrandbits(r.randint(bits // 2, bits)) | 1
    if r.random() < 0.2:
        value = (1 << r.randint(bits // 2, bits)) - 1
    return -value if r.random() < 0.3 else value


def make_int64(r):
    while True:
        value = make_int(r)
        if -(2**63) <= value < 2**63:
            return value


def make_small(r, low, high):
    return r.randint(low, high)


def make_float(r):
    kind = r.random()
    if kind < 0.2:
        value = r.choice(FLOAT_EDGES)
    elif kind < 0.5:
        value = struct.unpack(">d", r.getrandbits(64).to_bytes(8, "big"))[0]
    elif kind < 0.6:
        value = float(r.randint(0, 10**r.randint(1, 20)))
    elif kind < 0.8:
        value = round(r.uniform(0, 1000), r.randint(0, 6))
    else:
        value = r.uniform(0, 10) * 10.0 ** r.randint(-20, 20)
    return -value if r.random() < 0.4 else value


def show(value):
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int):
        return "%x" % value
    if isinstance(value, float):
        return "7ff8000000000000" if value != value else struct.pack(">d", value).hex()
    if isinstance(value, bytes):
        return "x" + value.hex()
    if isinstance(value, tuple):
        return " ".join(map(show, value))
    if isinstance(value, complex):
        return "complex"
    return value


def order(a, b):
    return "?" if b != b else "<" if a < b else ">" if a > b else "="


def digits(value, base):
    if base in (2, 8, 16, 10):
        return format(value, {2: "b", 8: "o", 16: "x", 10: "d"}[base])
    text = ""
    rest = abs(value)
    while rest:
        rest, digit = divmod(rest, base)
        text = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + text
    return ("-" if value < 0 else "") + (text or "0")


def check_str(value, limit):
    sys.set_int_max_str_digits(limit)
    try:
        str(value)
        return "ok"
    finally:
        sys.set_int_max_str_digits(0)


def in_64_bits(function):
    def limited(a, b):
        result = function(a, b)
        return result if -(2**63) <= result < 2**63 else "overflow"
    return limited


def near(r):
    """A pair with an integer and a float close to each other."""
    value = make_float(r)
    if math.isfinite(value) and r.random() < 0.7:
        return int(value) + r.choice([-1, 0, 0, 1]), value
    return make_int(r), value


def cases(r):
    """Name, arguments, reference, for one round."""
    a, b = make_int(r), make_int(r)
    for name, function in [("add", int.__add__), ("sub", int.__sub__), ("mul", int.__mul__), ("divmod", divmod),
                           ("floordiv", lambda x, y: x // y), ("mod", lambda x, y: x % y), ("truediv", lambda x, y: x / y),
                           ("gcd", math.gcd), ("and", int.__and__), ("or", int.__or__), ("xor", int.__xor__)]:
        yield name, (a, b), function
    yield "compare", (a, r.choice([a, b, a + 1, -a])), order
    for name, function in [("square", lambda x: x * x), ("neg", int.__neg__), ("abs", abs), ("invert", int.__invert__),
                           ("bit_length", int.bit_length), ("bit_count", int.bit_count), ("hash", hash), ("float", float),
                           ("isqrt", math.isqrt)]:
        yield name, (a,), function
    yield "compare_float", near(r), order
    yield "lshift", (a, make_small(r, -1, 300)), lambda x, y: x << y
    yield "rshift", (a, r.choice([make_small(r, -1, 300), 2**70])), lambda x, y: x >> y
    yield "pow", (r.choice([make_int(r, 128), r.randint(-20, 20)]), make_small(r, 0, 60)), lambda x, y: x**y
    yield "powmod", (make_int(r), r.choice([make_int(r, 128), r.randint(-20, 20)]), make_int(r)), pow
    yield "truediv", (r.getrandbits(r.randint(1, 1300)), r.getrandbits(r.randint(1, 300)) - r.getrandbits(100)), \
        lambda x, y: x / y
    yield "truediv", (r.getrandbits(r.randint(1, 300)), r.getrandbits(r.randint(1000, 1400))), lambda x, y: x / y
    yield "int_from_float", (make_float(r),), int
    base = r.randint(2, 36)
    yield "digits", (a, base), digits
    yield "from_digits", (digits(abs(a), base), base), int
    yield "check_str", (r.choice([10**640, 10**641, 10**640 - 1, 2**2126, 2**2127, 2**2128, 2**2129, 2**2130]) *
                        r.choice([1, -1]), 640), check_str
    size = make_small(r, 0, 40)
    yield "to_bytes", (a, size, r.random() < 0.5, r.random() < 0.5), \
        lambda v, n, little, signed: v.to_bytes(n, "little" if little else "big", signed=signed)
    yield "from_bytes", (r.randbytes(size), r.random() < 0.5, r.random() < 0.5), \
        lambda v, little, signed: int.from_bytes(v, "little" if little else "big", signed=signed)
    yield "round_to_tens", (r.choice([a, r.randint(-10**6, 10**6) * 5]), make_small(r, 0, 40)), lambda v, n: round(v, -n)

    x, y = make_int64(r), make_int64(r)
    if y != 0 and not (x == -(2**63) and y == -1):
        yield "int64_floordiv", (x, y), lambda p, q: p // q
        yield "int64_mod", (x, y), lambda p, q: p % q
    yield "int64_pow", (r.choice([x, r.randint(-12, 12)]), make_small(r, 0, 70)), in_64_bits(lambda p, q: p**q)
    yield "int64_lshift", (r.choice([x, r.randint(-12, 12)]), make_small(r, 0, 70)), in_64_bits(lambda p, q: p << q)
    yield "int64_rshift", (x, make_small(r, 0, 70)), lambda p, q: p >> q
    yield "int64_gcd", (x, y), math.gcd
    yield "hash_int64", (x,), hash
    whole, close = near(r)
    if -(2**63) <= whole < 2**63:
        yield "compare_int64_float", (whole, close), order

    f, g = make_float(r), make_float(r)
    if r.random() < 0.3 and math.isfinite(f):
        g = f * r.choice([1, 2, 0.5, 3, -1, 1 / 3])
    if g != 0:
        yield "float_floordiv", (f, g), lambda p, q: p // q
        yield "float_mod", (f, g), lambda p, q: p % q
        yield "float_divmod", (f, g), divmod
    yield "float_pow", (f, r.choice([g, float(r.randint(-30, 30)), r.uniform(-5, 5)])), lambda p, q: p**q
    yield "float_round", (f,), round
    yield "float_round_digits", (f, r.choice([r.randint(-30, 30), r.randint(-400, 400), r.randint(0, 6)])), round
    yield "float_is_integer", (f,), float.is_integer
    yield "float_ratio", (f,), float.as_integer_ratio
    if f == f:
        yield "float_hash", (f,), hash
    yield "float_hex", (f,), float.hex
    yield "float_fromhex", (hex_text(r, f).encode("latin-1"),), lambda text: float.fromhex(text.decode("latin-1"))


def hex_text(r, value):
    """Hexadecimal text: valid, rounded, damaged."""
    kind = r.random()
    if kind < 0.3:
        text = value.hex()
    elif kind < 0.8:
        whole = "%x" % r.getrandbits(r.choice([1, 8, 60, 70]))
        part = "." + "%x" % r.getrandbits(r.choice([1, 52, 56, 60, 80])) if r.random() < 0.7 else ""
        power = "p%+d" % r.choice([r.randint(-20, 20), r.randint(-1200, 1200), 5 - 1074, -1074 - 52]) if r.random() < 0.7 else ""
        text = r.choice(["", "-", "+"]) + r.choice(["0x", "0X", ""]) + whole + part + power
    else:
        text = r.choice(["inf", "-Infinity", "nan", "+NAN", "0x", "", " ", "0x.p1", "0x1p", "1p1000000000000000000000", "0x1.g",
                         "infinit", "0p9999999999", "0x0.0000p-99999", "-0x0p0", ".8", "8.", ".", "1 2", "\u00e9"])
    if r.random() < 0.1:
        text = r.choice([" ", "\t\n"]) + text + r.choice(["", " ", "\x0b"])
    return text


def huge_cases(r):
    """The same for numbers that are worked on in pieces."""
    a, b, c = make_huge(r), make_huge(r), make_huge(r)
    yield "mul", (a, b), int.__mul__
    yield "square", (a,), lambda x: x * x
    yield "divmod", (a * c if r.random() < 0.5 else a, b), divmod
    yield "digits", (a, 16), digits
    yield "from_digits", (digits(abs(b), 16), 16), int
    shorter = a >> max(a.bit_length() - 100_000, 0)
    yield "gcd", (shorter * (c & (2**300 - 1)), (b & (2**50_000 - 1)) * (c & (2**300 - 1))), math.gcd
    yield "isqrt", (abs(shorter),), math.isqrt
    yield "isqrt", (shorter**2 - r.randint(0, 1),), math.isqrt
    yield "digits", (shorter, 10), digits
    yield "from_digits", (str(abs(shorter)), 10), int
    yield "pow", (r.randint(-10**6, 10**6), r.randint(0, 5000)), lambda x, y: x**y
    yield "powmod", (a & (2**3000 - 1), c & (2**2000 - 1), (b & (2**3000 - 1)) | 1), pow
    yield "truediv", (a, b), lambda x, y: x / y
    yield "and", (a, b), int.__and__
    yield "lshift", (a, r.randint(0, 5000)), lambda x, y: x << y


REFUSED = [("pow", (2, 10**9)), ("pow", (3, 10**12)), ("pow", (7, 10**30)), ("lshift", (1, 2**70)), ("lshift", (1, 10**12)),
           ("pow", (10**100, 10**8))]


def reference(function, arguments):
    try:
        return "= " + show(function(*arguments))
    except (ArithmeticError, ValueError) as error:
        if str(error) == "complex exponentiation":  # the engine has no complex numbers to overflow
            return "= complex"
        return "%s: %s" % (type(error).__name__, error)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("driver", nargs="+")
    parser.add_argument("--count", type=int, default=2000, help="rounds of random calls")
    parser.add_argument("--huge", type=int, default=10, help="rounds with numbers of up to 800 000 bits")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="only this function")
    options = parser.parse_args()
    r = random.Random(options.seed)
    calls = [call for _ in range(options.count) for call in cases(r)]
    calls += [call for _ in range(options.huge) for call in huge_cases(r)]
    calls = [call for call in calls if options.only in (None, call[0])]
    expected = [reference(function, arguments) for _, arguments, function in calls]
    requests = [name + " " + show(arguments) for name, arguments, _ in calls]
    if options.only is None:
        requests += [name + " " + show(arguments) for name, arguments in REFUSED]
        expected += ["MemoryError: "] * len(REFUSED)
    run = subprocess.run(options.driver, input="\n".join(requests) + "\n", stdout=subprocess.PIPE, text=True)
    answers = run.stdout.split("\n")[:-1]
    different = 0
    for request, right, answer in zip(requests, expected, answers):
        if right != answer:
            different += 1
            if different <= 20:
                print("%.300s\n  python3: %.300s\n  here:    %.300s" % (request, right, answer))
    if len(answers) != len(requests) or run.returncode != 0:
        print("the driver ended after %d of %d answers, status %d" % (len(answers), len(requests), run.returncode))
        different += 1
    print("%d calls of %d functions, %d different" % (len(requests), len({c[0] for c in calls}), different))
    return 1 if different else 0


sys.exit(main())
