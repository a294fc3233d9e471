#include "python/text/str_format.h"

#include "python/text/number_layout.h"

namespace threadbook::python {

Result<std::optional<FormatPiece>> FormatTemplate::next() {
  std::size_t& i = position_;
  if (i >= end_) return std::optional<FormatPiece>();
  FormatPiece piece;
  piece.literal.start = i;
  while (i < end_ && text_[i] != '{' && text_[i] != '}') ++i;
  piece.literal.end = i;
  if (i == end_) return std::optional(piece);
  const char32_t brace = text_[i++];
  const bool doubled = i < end_ && text_[i] == brace;
  if (brace == '}' && !doubled) return value_error("Single '}' encountered in format string");
  if (i == end_) return value_error("Single '{' encountered in format string");
  if (doubled) {  // the first of the two belongs to the literal
    piece.literal.end = i++;
    return std::optional(piece);
  }
  piece.has_field = true;
  if (const Result<Done> field = read_field(piece); !field) return field.error();
  return std::optional(piece);
}

// The rest of a field, behind its '{' and up to and with its '}'.
Result<Done> FormatTemplate::read_field(FormatPiece& piece) {
  std::size_t& i = position_;
  piece.name.start = i;
  char32_t stop = 0;
  while (i < end_ && stop == 0) {
    const char32_t c = text_[i++];
    if (c == '{') return value_error("unexpected '{' in field name");
    if (c == '[') {  // within brackets nothing else is special
      while (i < end_ && text_[i] != ']') ++i;
    } else if (c == '}' || c == ':' || c == '!') {
      stop = c;
    }
  }
  if (stop == 0) return value_error("expected '}' before end of string");
  piece.name.end = i - 1;
  piece.spec = {i, i};
  if (stop == '}') return Done{};
  if (stop == '!') {
    if (i == end_) return value_error("end of string while looking for conversion specifier");
    piece.conversion = text_[i++];
    piece.has_conversion = true;
    if (i < end_) {
      const char32_t c = text_[i++];
      piece.spec = {i, i};
      if (c == '}') return Done{};
      if (c != ':') return value_error("expected ':' after conversion specifier");
    }
  }
  piece.spec.start = i;
  int depth = 1;
  for (; i < end_; ++i) {
    if (text_[i] == '{') {
      piece.spec_has_fields = true;
      ++depth;
    } else if (text_[i] == '}' && --depth == 0) {
      piece.spec.end = i++;
      return Done{};
    }
  }
  return value_error("unmatched '{' in format spec");
}

namespace {

// A part of a field name as a number: whether it is one, and its value.
Result<Done> read_index(TextView text, Span part, bool& is_index, std::int64_t& index) {
  std::size_t position = part.start;
  const ReadInteger number = read_integer(text, position, part.end);
  if (number.too_large) return value_error("Too many decimal digits in format string");
  is_index = number.any && position == part.end;
  index = is_index ? number.value : 0;
  return Done{};
}

}  // namespace

Result<FieldFirst> parse_field_first(TextView text, Span name, FieldNumbering& numbering) {
  FieldFirst first;
  std::size_t end = name.start;
  while (end < name.end && text[end] != '.' && text[end] != '[') ++end;
  first.key = {name.start, end};
  first.rest = {end, name.end};
  if (const Result<Done> read = read_index(text, first.key, first.is_index, first.index); !read) return read.error();
  const bool automatic = first.key.size() == 0;
  if (!automatic && !first.is_index) return first;
  using Mode = FieldNumbering::Mode;
  if (numbering.mode == Mode::Unknown) numbering.mode = automatic ? Mode::Automatic : Mode::Manual;
  if (automatic && numbering.mode == Mode::Manual) {
    return value_error("cannot switch from manual field specification to automatic field numbering");
  }
  if (!automatic && numbering.mode == Mode::Automatic) {
    return value_error("cannot switch from automatic field numbering to manual field specification");
  }
  if (automatic) first.index = numbering.next_index++;
  first.is_index = true;
  return first;
}

Result<std::optional<FieldStep>> next_field_step(TextView text, Span& rest) {
  if (rest.size() == 0) return std::optional<FieldStep>();
  FieldStep step;
  const char32_t opening = text[rest.start];
  std::size_t i = rest.start + 1;
  step.key.start = i;
  if (opening == '.') {
    step.is_attribute = true;
    while (i < rest.end && text[i] != '.' && text[i] != '[') ++i;
    step.key.end = i;
    rest.start = i;
  } else if (opening == '[') {
    while (i < rest.end && text[i] != ']') ++i;
    if (i == rest.end) return value_error("Missing ']' in format string");
    step.key.end = i;
    rest.start = i + 1;
    if (const Result<Done> read = read_index(text, step.key, step.is_index, step.index); !read) return read.error();
  } else {
    return value_error("Only '.' or '[' may follow ']' in format field specifier");
  }
  if (step.key.size() == 0) return value_error("Empty attribute in format string");
  return std::optional(step);
}

Result<Done> check_conversion(char32_t conversion) {
  if (conversion == 's' || conversion == 'r' || conversion == 'a') return Done{};
  return value_error("Unknown conversion specifier " + shown_character(conversion));
}

}  // namespace threadbook::python
