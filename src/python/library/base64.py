"""The module base64: bytes as printable ASCII."""
from binascii import Error as _Error
from binascii import a2b_base64, b2a_base64, hexlify, unhexlify

_ALPHABET32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _translated(data, source, target):
    table = {source[i]: target[i] for i in range(len(source))}
    return bytes([table.get(byte, byte) for byte in data])


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    if not isinstance(data, bytes):
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(data).__name__!r}")
    return data


def b64encode(s, altchars=None):
    encoded = b2a_base64(s, newline=False)
    return encoded if altchars is None else _translated(encoded, b"+/", altchars)


def b64decode(s, altchars=None, validate=False):
    s = _ascii(s)
    if altchars is not None:
        s = _translated(s, _ascii(altchars), b"+/")
    return a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def b16encode(s):
    return hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _ascii(s)
    if not casefold and s != s.upper() or any([byte not in b"0123456789ABCDEF" for byte in s.upper()]):
        raise _Error("Non-base16 digit found")
    return unhexlify(s)


def b32encode(s):
    if not isinstance(s, bytes):
        raise TypeError(f"a bytes-like object is required, not {type(s).__name__!r}")
    missing = -len(s) % 5
    padded = s + bytes(missing)
    output = []
    for i in range(0, len(padded), 5):
        group = int.from_bytes(padded[i:i + 5], "big")
        output += [_ALPHABET32[group >> shift & 31] for shift in range(35, -1, -5)]
    pads = missing * 8 // 5
    return bytes(output[:len(output) - pads]) + b"=" * pads


def b32decode(s, casefold=False, map01=None):
    s = _ascii(s)
    if len(s) % 8:
        raise _Error("Incorrect padding")
    if casefold:
        s = s.upper()
    digits = s.rstrip(b"=")
    pads = len(s) - len(digits)
    values = {byte: value for value, byte in enumerate(_ALPHABET32)}
    output = b""
    padded = digits + b"A" * pads
    try:
        for i in range(0, len(padded), 8):
            group = 0
            for byte in padded[i:i + 8]:
                group = group << 5 | values[byte]
            output += group.to_bytes(5, "big")
    except KeyError:
        raise _Error("Non-base32 digit found") from None
    if pads not in (0, 1, 3, 4, 6):
        raise _Error("Incorrect padding")
    return output[:len(output) - (pads * 5 + 7) // 8]


def encodebytes(s):
    """Lines of 76 characters."""
    return b"".join([b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    return a2b_base64(s)
