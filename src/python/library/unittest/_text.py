"""The text of values in failures: short, and side by side."""

_MAX_LENGTH = 80
_MIN_COMMON = 5


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MAX_LENGTH:
        return text
    return text[:_MAX_LENGTH] + " [truncated]..."


def _shorten(text, prefix, suffix):
    skipped = len(text) - prefix - suffix
    if skipped > 12:
        text = f"{text[:prefix]}[{skipped} chars]{text[len(text) - suffix:]}"
    return text


def common_shortening(*values):
    """The reprs of values; where they are long, what they begin with in common is shortened."""
    texts = [safe_repr(value) for value in values]
    longest = max([len(text) for text in texts])
    if longest <= _MAX_LENGTH:
        return tuple(texts)
    prefix = _common_prefix(texts)
    length = len(prefix)
    common = _MAX_LENGTH - (longest - length + 5 + 12)
    if common > _MIN_COMMON:
        prefix = _shorten(prefix, 5, common)
        return tuple([prefix + text[length:] for text in texts])
    prefix = _shorten(prefix, 5, _MIN_COMMON)
    return tuple([prefix + _shorten(text[length:], 41, 5) for text in texts])


def _common_prefix(texts):
    low, high = min(texts), max(texts)
    for i in range(len(low)):
        if i >= len(high) or low[i] != high[i]:
            return low[:i]
    return low


def pretty(value):
    """The lines of a value: one if it is short, one an item if not."""
    text = safe_repr(value)
    if len(text) <= _MAX_LENGTH or not value:
        return [text]
    if type(value) is dict:
        items = [f"{safe_repr(key)}: {safe_repr(item)}" for key, item in value.items()]
        opening, closing = "{", "}"
    elif type(value) in (list, tuple):
        items = [safe_repr(item) for item in value]
        opening, closing = "[]" if type(value) is list else "()"
    else:
        return [text]
    lines = [f" {item}," for item in items]
    lines[0] = opening + lines[0][1:]
    lines[-1] = lines[-1][:-1] + closing
    return lines


def diff(lines1, lines2):
    import difflib

    return "\n".join(difflib.ndiff(lines1, lines2))


def count_differences(first, second):
    """(count in first, count in second, item) of the items whose counts differ."""
    differences = []
    seen = []
    for item in [*first, *second]:
        if item in seen:
            continue
        seen.append(item)
        count1, count2 = first.count(item), second.count(item)
        if count1 != count2:
            differences.append((count1, count2, item))
    return differences
