// Strings as JSON writes them (RFC 8259): quotes and backslashes escaped, what is below a blank by a letter or a
// number.
#pragma once

#include <string>
#include <string_view>

namespace threadbook::python {

// `text` in quotes. What is no UTF-8 becomes U+FFFD (characters.h).
std::string json_quoted(std::string_view text);

// What stands for a UTF-16 unit: `\n`, `\u001f`; of one that needs no escape its number, too.
std::string json_escape(char32_t unit);

}  // namespace threadbook::python
