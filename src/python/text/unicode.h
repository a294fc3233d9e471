// Unicode as Python's str needs it: UTF-8 to and from the engine's representations, character
// properties, case mappings.
//
// The tables are CPython 3.11's own data (Unicode 14.0), written by make_unicode_tables.py into
// unicode_tables.inc. A general library (utf8proc, ICU) was considered: none of the small ones
// knows what str.isdigit, isnumeric and isidentifier ask or the multi-character case mappings, so
// half the tables would be needed beside it. A property costs two table look-ups; the tables take
// 55 KB, 5 KB compressed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "python/numeric/result.h"
#include "python/text/text_view.h"

namespace threadbook::python {

// -- UTF-8 ----------------------------------------------------------------------------------------

// Never fails: lone surrogates become their three bytes (WTF-8), as the "surrogatepass" error
// handler does.
std::string to_utf8(TextView text);
std::size_t utf8_size(TextView text) noexcept;
// The inverse, of bytes that must come from to_utf8 or a source file already checked; anything
// malformed becomes U+FFFD.
Text from_utf8(std::string_view bytes);

// Where strict UTF-8 decoding fails, as UnicodeDecodeError tells it: bytes [start, end) and
// CPython's reason ("invalid start byte", "invalid continuation byte", "unexpected end of data").
// Nothing if all is well.
struct Utf8Error {
  std::size_t start;
  std::size_t end;
  const char* reason;
};
std::optional<Utf8Error> find_utf8_error(std::string_view bytes) noexcept;
// The first surrogate, which strict encoding refuses ("surrogates not allowed").
std::optional<std::size_t> find_surrogate(TextView text) noexcept;

// -- Characters -----------------------------------------------------------------------------------

bool is_alpha(char32_t c) noexcept;
bool is_decimal(char32_t c) noexcept;
bool is_digit(char32_t c) noexcept;
bool is_numeric(char32_t c) noexcept;
bool is_alnum(char32_t c) noexcept;
bool is_space(char32_t c) noexcept;
bool is_upper(char32_t c) noexcept;
bool is_lower(char32_t c) noexcept;
bool is_title(char32_t c) noexcept;
bool is_printable(char32_t c) noexcept;
bool is_line_break(char32_t c) noexcept;        // what str.splitlines breaks at
bool is_identifier_start(char32_t c) noexcept;  // XID_Start or '_'
bool is_identifier_continue(char32_t c) noexcept;
bool is_cased(char32_t c) noexcept;
// 0 to 9 for what isdecimal accepts, else -1.
int decimal_value(char32_t c) noexcept;
// The one-to-one mapping, which `re` compares with; the character itself if it has none.
char32_t simple_lower(char32_t c) noexcept;

// -- Strings: str.isalpha() and so on; false for an empty string unless said otherwise -----------

bool is_alpha(TextView text) noexcept;
bool is_decimal(TextView text) noexcept;
bool is_digit(TextView text) noexcept;
bool is_numeric(TextView text) noexcept;
bool is_alnum(TextView text) noexcept;
bool is_space(TextView text) noexcept;
bool is_upper(TextView text) noexcept;
bool is_lower(TextView text) noexcept;
bool is_title(TextView text) noexcept;
bool is_printable(TextView text) noexcept;  // true if empty
bool is_identifier(TextView text) noexcept;

// Full mappings, which may change the length ('ß'.upper() == 'SS'; a final sigma in lower()).
Text lower(TextView text);
Text upper(TextView text);
Text title(TextView text);
Text capitalize(TextView text);
Text swapcase(TextView text);
Text casefold(TextView text);

}  // namespace threadbook::python
