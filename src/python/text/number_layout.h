// Inside the .cpp files of this folder that read and write numbers: the pieces they share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "python/text/search.h"
#include "python/text/text_view.h"

namespace threadbook::python {

inline std::string_view ascii_digits() { return "0123456789"; }

// What int() and float() leave of a text: white space goes from both ends, save the ASCII
// separators U+001C to U+001F, which only str.strip counts as such.
Span strip_number(TextView text) noexcept;

// Reads decimal digits (of any script) at `position`, which moves behind them. Nothing if the
// number does not fit 63 bits; `any` tells whether there were digits at all.
struct ReadInteger {
  std::int64_t value = 0;
  bool any = false;
  bool too_large = false;
};
ReadInteger read_integer(TextView text, std::size_t& position, std::size_t end) noexcept;

// The digits in groups of `group` (0: all in one) with `separator` between, led by zeros until
// `width` characters are reached; a separator never leads.
std::string group_digits(std::string_view digits, int group, char separator, std::int64_t width);

// How messages show a format character: itself, or \x and its hexadecimal number.
std::string shown_character(char32_t c);

}  // namespace threadbook::python
