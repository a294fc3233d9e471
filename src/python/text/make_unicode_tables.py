"""Writes unicode_tables.inc: what CPython's str methods know of every character, probed from the interpreter that runs this.

    python3 make_unicode_tables.py > unicode_tables.inc

Run it with CPython 3.11 (Unicode 14.0). Two-stage table: a page number for every 128 code points, in every page a record
number for every code point, and the distinct records (properties and the distances to the other cases). Mappings to other
than one character stand in sorted lists. About 55 KB, 5 KB compressed.
"""

import sys
import unicodedata
import _sre

SHIFT = 7
FINAL_SIGMA = "\u03c2"


def follows_sigma(before):
    return (before + "\u03a3").lower()[-1] == FINAL_SIGMA


# In the order of enum Property in unicode.cpp.
PROPERTIES = [
    str.isalpha,
    str.isdecimal,
    str.isdigit,
    str.isnumeric,
    str.isspace,
    str.isupper,
    str.islower,
    lambda c: unicodedata.category(c) == "Lt",
    str.isprintable,
    str.isidentifier,
    lambda c: ("a" + c).isidentifier(),
    lambda c: (c + "a").title()[-1] == "a",  # cased: what follows is no word's start
    lambda c: follows_sigma("\u03b1" + c) and not follows_sigma(" " + c),  # case-ignorable
]


def distance(mapped, code):
    return ord(mapped) - code if len(mapped) == 1 else 0


def rows(numbers, per_row=32):
    numbers = list(numbers)
    for start in range(0, len(numbers), per_row):
        yield "    " + ",".join(map(str, numbers[start:start + per_row])) + ","


def main():
    records = {}
    record_numbers = []
    special = {"upper": [], "title": [], "lower": [], "fold": []}
    for code in range(sys.maxunicode + 1):
        c = chr(code)
        bits = sum(1 << i for i, has in enumerate(PROPERTIES) if has(c))
        lower = chr(_sre.unicode_tolower(code))
        record = (bits, unicodedata.decimal(c, 0), distance(c.upper(), code), distance(lower, code), distance(c.title(), code))
        record_numbers.append(records.setdefault(record, len(records)))
        for name, mapped, simple in [("upper", c.upper(), None), ("title", c.title(), None), ("lower", c.lower(), lower),
                                     ("fold", c.casefold(), lower)]:
            if mapped != simple if simple else len(mapped) != 1:
                special[name].append((code, mapped))
    assert len(records) <= 256

    pages = {}
    page_numbers = []
    for start in range(0, len(record_numbers), 1 << SHIFT):
        page = tuple(record_numbers[start:start + (1 << SHIFT)])
        page_numbers.append(pages.setdefault(page, len(pages)))
    # The pages above the last that is not the commonest need no entry.
    common = page_numbers[-1]
    planes_end = max(i for i, page in enumerate(page_numbers) if page != common) + 1

    print("// Written by make_unicode_tables.py from Unicode %s; do not edit." % unicodedata.unidata_version)
    print("constexpr char32_t kTableEnd = 0x%x;" % (planes_end << SHIFT))
    print("constexpr std::uint8_t kBeyondTable = %d;" % record_numbers[-1])
    print("constexpr Record kRecords[] = {")
    for bits, decimal, upper, lower, title in records:
        print("    {0x%x,%d,%d,%d,%d}," % (bits, decimal, upper, lower, title))
    print("};")
    print("constexpr std::uint16_t kPageOf[] = {")
    print("\n".join(rows(page_numbers[:planes_end])))
    print("};")
    print("constexpr std::uint8_t kPages[][%d] = {" % (1 << SHIFT))
    for page in pages:
        print("{\n%s\n}," % "\n".join(rows(page)))
    print("};")
    for name, entries in special.items():
        print("constexpr SpecialCase k%s[] = {" % name.capitalize())
        for code, mapped in entries:
            print("    {0x%x,{%s}}," % (code, ",".join("0x%x" % ord(m) for m in mapped)))
        print("};")


main()
