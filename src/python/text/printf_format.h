// str % values ("printf-style String Formatting" in the library reference): the template is read
// piece by piece, the engine fetches the arguments and calls the formatter of their type. Reading
// lazily keeps CPython's order of errors: in '%d %y' % 'a' the %d fails first.
//
// How the engine walks:
//   PrintfTemplate format(view);
//   while (piece = format.next()) is not the end:
//     literal: append its characters
//     spec: 1. if has_key: without a mapping TypeError kPrintfNeedsMapping; the mapping's item is
//     the value;
//           2. star_width, then star_precision: fetch an int (TypeError kPrintfStarWantsInt) and
//           call set_width,
//              set_precision; if there is a deferred_error without a conversion, raise it;
//           3. fetch the value unless it came by key (TypeError kPrintfTooFewArguments); raise
//           deferred_error if there is one;
//           4. format it by conversion: s r a: str(), repr(), ascii() of it through
//           format_printf_text; c: an int through
//              format_printf_character, a str of one character through format_printf_text; d i u:
//              an int, or a float truncated; o x X: an int, all through format_printf_int; e E f F
//              g G: a float.
//   afterwards, arguments left in a tuple (or a value never used that is no mapping) are TypeError
//   kPrintfTooManyArguments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "python/numeric/bigint.h"
#include "python/numeric/result.h"
#include "python/text/search.h"
#include "python/text/text_view.h"

namespace threadbook::python {

inline constexpr char kPrintfNeedsMapping[] = "format requires a mapping";
inline constexpr char kPrintfStarWantsInt[] = "* wants int";
inline constexpr char kPrintfTooFewArguments[] = "not enough arguments for format string";
inline constexpr char kPrintfTooManyArguments[] = "not all arguments converted during string formatting";
inline constexpr char kPrintfCharacterWanted[] = "%c requires int or char";
inline constexpr char kPrintfCharacterRange[] = "%c arg not in range(0x110000)";  // OverflowError

struct PrintfSpec {
  bool has_key = false;
  Span key;                  // in the template, without the parentheses
  bool left = false;         // -
  bool always_sign = false;  // +
  bool blank_sign = false;   // space
  bool alternate = false;    // #
  bool zero_pad = false;     // 0
  bool star_width = false;
  bool star_precision = false;
  std::int64_t width = -1;
  std::int64_t precision = -1;
  char32_t conversion =
      0;  // one of s r a c d i u o x X e E f F g G, and b of bytes; others, even '%', come with a deferred_error
  // What is wrong with the spec: "width too big", "precision too big", "incomplete format" (these
  // without a conversion), "unsupported format character 'y' (0x79) at index 3" (with one).
  std::optional<PyError> deferred_error;

  // What a star's argument says: a negative width means '-', a negative precision 0.
  void set_width(std::int64_t value) noexcept;
  void set_precision(std::int64_t value) noexcept;
};

struct PrintfPiece {
  enum class Kind : std::uint8_t { Literal, Spec, End } kind = Kind::End;
  Span literal;  // in the template
  PrintfSpec spec;
};

class PrintfTemplate {
 public:
  // `bytes`: the characters are the bytes of a bytes object, whose templates know %b as well.
  explicit PrintfTemplate(TextView text, bool bytes = false) noexcept : text_(text), bytes_(bytes) {}
  // The next piece; "%%" is the literal "%". ValueError "incomplete format key"; what else is wrong
  // with a spec is in its deferred_error.
  Result<PrintfPiece> next();
  TextView text() const noexcept { return text_; }

 private:
  TextView text_;
  bool bytes_;
  Result<PrintfSpec> read_spec();
  std::size_t position_ = 0;
};

// TypeError messages for an argument of the wrong type: "%d format: a real number is required, not
// str" (d i u), "%x format: an integer is required, not str" (o x X), "must be real number, not
// str" (e f g), by the conversion's character.
std::string printf_type_message(char32_t conversion, std::string_view type_name);

// The formatters. MemoryError for absurd widths; the digit limit as in format_spec.h.
Result<Text> format_printf_int(BigIntView value, const PrintfSpec& spec, int digit_limit = kDefaultMaxStrDigits,
                               Interrupt interrupt = {});
Result<Text> format_printf_float(double value, const PrintfSpec& spec);
Result<Text> format_printf_text(TextView value, const PrintfSpec& spec);
// %c of an int: OverflowError kPrintfCharacterRange.
Result<Text> format_printf_character(BigIntView value, const PrintfSpec& spec);

}  // namespace threadbook::python
