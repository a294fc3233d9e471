// repr() and ascii() of str, repr() of bytes and bytearray contents, exactly as CPython writes
// them: single quotes unless the text has those and no double ones; \\ \t \n \r named, what is not
// printable as \xhh, \uhhhh, \Uhhhhhhhh. Linear.
#pragma once

#include <string>
#include <string_view>

#include "python/text/text_view.h"

namespace threadbook::python {

Text repr(TextView text);
// Only ASCII characters: ascii(), the '%a' and '!a' conversions.
std::string ascii_repr(TextView text);
// With the b in front.
std::string bytes_repr(std::string_view bytes);
// repr() as UTF-8, for error messages.
std::string repr_utf8(TextView text);

}  // namespace threadbook::python
