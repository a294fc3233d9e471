#include "python/text/printf_format.h"

#include <algorithm>
#include <cstdio>
#include <limits>

#include "python/text/float_text.h"
#include "python/text/int_text.h"
#include "python/text/number_layout.h"

namespace threadbook::python {

void PrintfSpec::set_width(std::int64_t value) noexcept {
  left = left || value < 0;
  // The most negative width has no opposite; one that large is refused later.
  width = value < 0 ? -std::max(value, -std::numeric_limits<std::int64_t>::max()) : value;
}

void PrintfSpec::set_precision(std::int64_t value) noexcept { precision = std::max<std::int64_t>(value, 0); }

namespace {

constexpr std::u32string_view kConversions = U"sracdiuoxXeEfFgG";

// Digits at `position`, into `value`; false if there are too many.
bool read_number(TextView text, std::size_t& position, std::int64_t limit, std::int64_t& value) noexcept {
  value = 0;
  for (; position < text.size() && text[position] >= '0' && text[position] <= '9'; ++position) {
    const auto digit = static_cast<std::int64_t>(text[position] - '0');
    if (value > (limit - digit) / 10) return false;
    value = value * 10 + digit;
  }
  return true;
}

}  // namespace

Result<PrintfSpec> PrintfTemplate::read_spec() {
  PrintfSpec spec;
  std::size_t& i = position_;
  const auto fail = [&spec](std::string message) {
    spec.deferred_error = value_error(std::move(message));
    return spec;
  };
  const auto at_end = [&] { return i >= text_.size(); };
  if (!at_end() && text_[i] == '(') {
    spec.has_key = true;
    const std::size_t start = ++i;
    int depth = 1;
    for (; !at_end(); ++i) {
      if (text_[i] == '(') ++depth;
      if (text_[i] == ')' && --depth == 0) break;
    }
    if (at_end()) return value_error("incomplete format key");
    spec.key = {start, i++};
  }
  for (bool flag = true; flag && !at_end();) {
    switch (text_[i]) {
      case '-': spec.left = true; break;
      case '+': spec.always_sign = true; break;
      case ' ': spec.blank_sign = true; break;
      case '#': spec.alternate = true; break;
      case '0': spec.zero_pad = true; break;
      default: flag = false; break;
    }
    if (flag) ++i;
  }
  if (!at_end() && text_[i] == '*') {
    spec.star_width = true;
    ++i;
  } else if (!at_end() && text_[i] >= '0' && text_[i] <= '9') {
    if (!read_number(text_, i, std::numeric_limits<std::int64_t>::max(), spec.width)) {
      return fail("width too big");
    }
  }
  if (!at_end() && text_[i] == '.') {
    ++i;
    spec.precision = 0;
    if (!at_end() && text_[i] == '*') {
      spec.star_precision = true;
      ++i;
    } else if (!read_number(text_, i, std::numeric_limits<int>::max(), spec.precision)) {
      return fail("precision too big");
    }
  }
  if (!at_end() && (text_[i] == 'h' || text_[i] == 'l' || text_[i] == 'L')) ++i;  // C's length modifiers mean nothing
  if (at_end()) return fail("incomplete format");
  spec.conversion = text_[i++];
  if (kConversions.find(spec.conversion) == std::u32string_view::npos && !(bytes_ && spec.conversion == U'b')) {
    const char32_t c = spec.conversion;
    char message[80];
    std::snprintf(message, sizeof message, "unsupported format character '%c' (0x%x) at index %zu",
                  c >= 31 && c <= 126 ? static_cast<char>(c) : '?', static_cast<unsigned>(c), i - 1);
    return fail(message);
  }
  return spec;
}

Result<PrintfPiece> PrintfTemplate::next() {
  PrintfPiece piece;
  if (position_ >= text_.size()) return piece;
  const std::size_t start = position_;
  const std::size_t percent = std::min(find(text_, TextView::latin1("%"), start), text_.size());
  if (percent > start) {
    piece.kind = PrintfPiece::Kind::Literal;
    piece.literal = {start, percent};
    position_ = percent;
    return piece;
  }
  position_ = percent + 1;
  if (position_ < text_.size() && text_[position_] == '%') {
    piece.kind = PrintfPiece::Kind::Literal;
    piece.literal = {percent, percent + 1};
    ++position_;
    return piece;
  }
  piece.kind = PrintfPiece::Kind::Spec;
  Result<PrintfSpec> spec = read_spec();
  if (!spec) return spec.error();
  piece.spec = spec.take();
  return piece;
}

std::string printf_type_message(char32_t conversion, std::string_view type_name) {
  switch (conversion) {
    case 'd':
    case 'i':
    case 'u':
      return std::string("%") + static_cast<char>(conversion) + " format: a real number is required, not " +
             std::string(type_name);
    case 'o':
    case 'x':
    case 'X':
      return std::string("%") + static_cast<char>(conversion) + " format: an integer is required, not " +
             std::string(type_name);
    case 'c': return kPrintfCharacterWanted;
    default: return "must be real number, not " + std::string(type_name);
  }
}

namespace {

bool too_wide(const PrintfSpec& spec) noexcept {
  return spec.width > static_cast<std::int64_t>(kMaxTextSize) ||
         spec.precision > static_cast<std::int64_t>(kMaxTextSize);
}

// A number's sign, prefix and digits, padded as the flags say.
Result<Text> lay_out(bool is_negative, std::string_view prefix, std::string_view digits, const PrintfSpec& spec) {
  const std::string_view sign = is_negative ? "-" : (spec.always_sign ? "+" : (spec.blank_sign ? " " : ""));
  const auto size = static_cast<std::int64_t>(sign.size() + prefix.size() + digits.size());
  const auto pad = static_cast<std::size_t>(std::max<std::int64_t>(spec.width - size, 0));
  std::string text;
  text.reserve(pad + static_cast<std::size_t>(size));
  if (!spec.left && !spec.zero_pad) text.append(pad, ' ');
  text += sign;
  text += prefix;
  if (!spec.left && spec.zero_pad) text.append(pad, '0');
  text += digits;
  if (spec.left) text.append(pad, ' ');
  return Text(std::move(text));
}

}  // namespace

Result<Text> format_printf_int(BigIntView value, const PrintfSpec& spec, int digit_limit, Interrupt interrupt) {
  if (too_wide(spec)) return memory_error();
  const bool is_negative = value.negative;
  value.negative = false;
  int base = 10;
  std::string prefix;
  switch (spec.conversion) {
    case 'o': base = 8; break;
    case 'x':
    case 'X': base = 16; break;
    default: break;
  }
  if (base != 10 && spec.alternate) prefix = {'0', static_cast<char>(spec.conversion)};
  Result<std::string> digits = base == 10 ? int_text(value, digit_limit, interrupt) : to_digits(value, base, interrupt);
  if (!digits) return digits.error();
  if (spec.conversion == 'X') {
    for (char& c : *digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  if (spec.precision > static_cast<std::int64_t>(digits->size())) {
    digits->insert(0, static_cast<std::size_t>(spec.precision) - digits->size(), '0');
  }
  return lay_out(is_negative, prefix, *digits, spec);
}

Result<Text> format_printf_float(double value, const PrintfSpec& spec) {
  if (too_wide(spec)) return memory_error();
  FloatStyle style;
  style.kind = static_cast<char>(spec.conversion);
  style.precision = spec.precision < 0 ? 6 : static_cast<int>(spec.precision);
  style.alternate = spec.alternate;
  const std::string text = float_to_text(value, style);
  const bool is_negative = text.front() == '-';
  return lay_out(is_negative, {}, std::string_view(text).substr(is_negative ? 1 : 0), spec);
}

Result<Text> format_printf_text(TextView value, const PrintfSpec& spec) {
  if (too_wide(spec)) return memory_error();
  if (spec.precision >= 0 && spec.precision < static_cast<std::int64_t>(value.size()) && spec.conversion != 'c') {
    value = value.slice(0, static_cast<std::size_t>(spec.precision));
  }
  return justify(value, spec.width, spec.left ? Justify::Left : Justify::Right);
}

Result<Text> format_printf_character(BigIntView value, const PrintfSpec& spec) {
  const auto code = to_int64(value);
  if (!code || *code < 0 || *code > 0x10FFFF) return overflow_error(kPrintfCharacterRange);
  TextBuilder character;
  character.append(static_cast<char32_t>(*code));
  return format_printf_text(character.finish(), spec);
}

}  // namespace threadbook::python
