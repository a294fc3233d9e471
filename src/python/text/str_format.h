// str.format templates ("Format String Syntax" in the library reference): literal text and
// replacement fields
//   {field_name!conversion:format_spec}
// read piece by piece; the engine looks up the values, applies str(), repr() or ascii() and
// format(). A format_spec that has fields of its own is expanded by the engine with a template of
// its own, two levels deep at most (ValueError kFormatRecursion), sharing the numbering. Reading
// costs one pass over the template.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "python/numeric/result.h"
#include "python/text/search.h"
#include "python/text/text_view.h"

namespace threadbook::python {

inline constexpr char kFormatRecursion[] = "Max string recursion exceeded";  // ValueError
inline constexpr char kFormatIndexError[] =
    "Replacement index %d out of range for positional args tuple";  // IndexError, %d the index
inline constexpr int kFormatMaxDepth = 2;

// Literal text, then perhaps a field.
struct FormatPiece {
  Span literal;  // in the template; of a doubled brace it takes in the first only
  bool has_field = false;
  Span name;  // "0.name[key]"
  bool has_conversion = false;
  char32_t conversion = 0;  // the character after '!', to be checked by check_conversion
  Span spec;
  bool spec_has_fields = false;
};

class FormatTemplate {
 public:
  explicit FormatTemplate(TextView text) noexcept : text_(text), end_(text.size()) {}
  // A spec within a template.
  FormatTemplate(TextView text, Span part) noexcept : text_(text), position_(part.start), end_(part.end) {}

  // The next piece, or nothing at the end. ValueError "Single '}' encountered in format string",
  // "Single '{' encountered in format string", "expected '}' before end of string", "unmatched '{'
  // in format spec", "end of string while looking for conversion specifier", "expected ':' after
  // conversion specifier", "unexpected '{' in field name".
  Result<std::optional<FormatPiece>> next();
  TextView text() const noexcept { return text_; }

 private:
  Result<Done> read_field(FormatPiece& piece);

  TextView text_;
  std::size_t position_ = 0;
  std::size_t end_ = 0;
};

// Which numbering a template uses; one per call of str.format, shared by nested specs.
struct FieldNumbering {
  enum class Mode : std::uint8_t { Unknown, Automatic, Manual } mode = Mode::Unknown;
  std::int64_t next_index = 0;
};

// A field name's first part: a position in args or a key of kwargs. `rest` are the attributes and
// indices.
struct FieldFirst {
  bool is_index = false;
  std::int64_t index = 0;
  Span key;
  Span rest;
};
// ValueError "cannot switch from manual field specification to automatic field numbering" and its
// inverse, "Too many decimal digits in format string".
Result<FieldFirst> parse_field_first(TextView text, Span name, FieldNumbering& numbering);

// One ".name" or "[index]" of a field name.
struct FieldStep {
  bool is_attribute = false;
  bool is_index = false;  // [7]: an int; otherwise [key]: the str
  std::int64_t index = 0;
  Span key;
};
// Takes the first step off `rest`; nothing when it is empty. ValueError "Empty attribute in format
// string", "Missing ']' in format string", "Only '.' or '[' may follow ']' in format field
// specifier".
Result<std::optional<FieldStep>> next_field_step(TextView text, Span& rest);

// ValueError "Unknown conversion specifier x" unless s, r or a.
Result<Done> check_conversion(char32_t conversion);

}  // namespace threadbook::python
