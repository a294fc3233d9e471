"""The module binascii: bytes as hexadecimal digits and as base 64."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}
_HEX = {character: int(chr(character), 16) for character in b"0123456789abcdefABCDEF"}
_PAD = 61  # =


def _bytes(data):
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")
    return data


def _ascii(data):
    """Bytes; text is allowed where only ASCII makes sense."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    if not isinstance(data, bytes):
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}")
    return data


def hexlify(data, sep="", bytes_per_sep=1):
    data = _bytes(data)
    return (data.hex(sep, bytes_per_sep) if sep else data.hex()).encode()


def unhexlify(hexstr, /):
    data = _ascii(hexstr)
    if len(data) % 2:
        raise Error("Odd-length string")
    try:
        return bytes([_HEX[data[i]] << 4 | _HEX[data[i + 1]] for i in range(0, len(data), 2)])
    except KeyError:
        raise Error("Non-hexadecimal digit found") from None


b2a_hex, a2b_hex = hexlify, unhexlify


def b2a_base64(data, /, *, newline=True):
    data = _bytes(data)
    missing = -len(data) % 3
    padded = data + bytes(missing)
    output = []
    for i in range(0, len(padded), 3):
        group = padded[i] << 16 | padded[i + 1] << 8 | padded[i + 2]
        output += [_ALPHABET[group >> 18], _ALPHABET[group >> 12 & 63], _ALPHABET[group >> 6 & 63], _ALPHABET[group & 63]]
    if missing:
        output[-missing:] = [_PAD] * missing
    if newline:
        output.append(10)
    return bytes(output)


def a2b_base64(data, /, *, strict_mode=False):
    output = []
    group = digits = pads = 0
    for character in _ascii(data):
        if character == _PAD:
            pads += 1
            if digits >= 2 and digits + pads >= 4:
                return bytes(output)
            continue
        value = _VALUES.get(character)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        pads = 0
        group = group << 6 | value
        digits += 1
        if digits > 1:
            output.append(group >> (6 - 2 * (digits - 1)) & 255)
        if digits == 4:
            group = digits = 0
    if digits == 1:
        count = len(output) // 3 * 4 + 1
        raise Error(f"Invalid base64-encoded string: number of data characters ({count}) "
                    "cannot be 1 more than a multiple of 4")
    if digits:
        raise Error("Incorrect padding")
    return bytes(output)


_crc_table = []


def crc32(data, crc=0, /):
    if not _crc_table:
        for value in range(256):
            for _ in range(8):
                value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
            _crc_table.append(value)
    crc = ~crc & 0xFFFFFFFF
    for byte in _bytes(data):
        crc = crc >> 8 ^ _crc_table[(crc ^ byte) & 255]
    return ~crc & 0xFFFFFFFF
