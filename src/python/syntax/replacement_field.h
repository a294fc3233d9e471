// Where f-strings end, since PEP 701 (Python 3.12) let a replacement field hold any expression: quotes like
// the literal's own, backslashes, comments, new lines. Text is only passed over here; whether what stands in
// the braces is an expression is the parser's business.
#pragma once

#include <cstddef>
#include <string_view>

namespace threadbook::python {

inline constexpr std::size_t kNoEnd = std::string_view::npos;

// The end of the string literal whose opening quote stands at `at`; `format` and `raw` are what its prefix
// says. kNoEnd if it has none, or is nested too deeply to follow.
std::size_t string_end(std::string_view text, std::size_t at, bool format, bool raw, int depth = 0);

// From behind the brace of a replacement field to what ends its expression: the = ! : or } outside of
// brackets and strings. kNoEnd if there is none, or brackets do not match.
std::size_t expression_end(std::string_view text, std::size_t at, int depth = 0);

}  // namespace threadbook::python
