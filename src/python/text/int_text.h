// int(text, base) and str(int): what CPython accepts (white space around, a sign, 0x 0o 0b
// prefixes, single underscores between digits, any Unicode decimal digit) and its messages.
#pragma once

#include <cstdint>
#include <string>

#include "python/numeric/bigint.h"
#include "python/text/text_view.h"

namespace threadbook::python {

// int(text, base) for base 0 or 2 to 36. ValueError "invalid literal for int() with base 10: '…'",
// the digit limit's, and "int() base must be >= 2 and <= 36, or 0". `quoted` is the repr the
// message shows (empty: the text's own; bytes pass theirs). digit_limit as in check_parse_digits, 0
// for none. Errors also MemoryError, Interrupted.
Result<BigInt> parse_int(TextView text, int base = 10, int digit_limit = kDefaultMaxStrDigits,
                         std::string_view quoted = {}, Interrupt interrupt = {});

// str(a): decimal, within the digit limit (ValueError, see check_str_digits).
Result<std::string> int_text(BigIntView a, int digit_limit = kDefaultMaxStrDigits, Interrupt interrupt = {});
std::string int_text(std::int64_t a);

// bin(), oct(), hex(): base 2, 8, 16 with sign and prefix.
Result<std::string> prefixed_int_text(BigIntView a, int base);

}  // namespace threadbook::python
