// The format-specification mini-language ("Format Specification Mini-Language" in the library
// reference):
//   [[fill]align][sign][z][#][0][width][grouping][.precision][type]
// and format(value, spec) for int, float, str and bool, exactly as CPython 3.11 down to the
// messages. The engine calls one of the four functions from int.__format__ and so on; f-strings
// whose spec is constant may parse it once and keep the FormatSpec. Widths that would make a text
// longer than kMaxTextSize are MemoryError.
#pragma once

#include <cstdint>
#include <string_view>

#include "python/numeric/bigint.h"
#include "python/numeric/result.h"
#include "python/text/text_view.h"

namespace threadbook::python {

struct FormatSpec {
  char32_t fill = U' ';
  char align = 0;  // one of < > ^ =, 0 if not given
  bool fill_given = false;
  bool align_given = false;
  char sign = 0;                  // one of + - and space, 0 if not given
  bool no_negative_zero = false;  // z
  bool alternate = false;         // #
  char grouping = 0;              // , or _, 0 if none
  std::int64_t width = -1;        // -1 if not given
  std::int64_t precision = -1;    // -1 if not given
  char32_t type = 0;              // 0 if not given
  bool empty = false;             // the whole spec was empty: format() is str()
};

// What the spec formats: decides the defaults and the messages' words.
enum class FormatTarget : std::uint8_t { Int, Float, Str };

// The spec's own grammar; what a type refuses is told by the functions below. ValueError.
// `type_name` is the value's class as messages name it (empty: "int", "float", "str").
Result<FormatSpec> parse_format_spec(TextView spec, FormatTarget target, std::string_view type_name = {});

// format(value, spec). A bool is an int with type_name "bool"; for an empty spec the engine writes
// str(bool) itself. digit_limit as in check_str_digits. Errors: ValueError, OverflowError ("%c arg
// not in range(0x110000)", "int too large to convert to float"), MemoryError, Interrupted.
Result<Text> format_int(std::int64_t value, const FormatSpec& spec, std::string_view type_name = {});
Result<Text> format_int(BigIntView value, const FormatSpec& spec, int digit_limit = kDefaultMaxStrDigits,
                        Interrupt interrupt = {}, std::string_view type_name = {});
Result<Text> format_float(double value, const FormatSpec& spec, std::string_view type_name = {});
Result<Text> format_text(TextView value, const FormatSpec& spec, std::string_view type_name = {});

// Both steps at once.
Result<Text> format_int(std::int64_t value, TextView spec, std::string_view type_name = {});
Result<Text> format_int(BigIntView value, TextView spec, int digit_limit = kDefaultMaxStrDigits,
                        Interrupt interrupt = {}, std::string_view type_name = {});
Result<Text> format_float(double value, TextView spec, std::string_view type_name = {});
Result<Text> format_text(TextView value, TextView spec, std::string_view type_name = {});

}  // namespace threadbook::python
