#include "python/text/format_spec.h"

#include <algorithm>
#include <limits>

#include "python/text/float_text.h"
#include "python/text/int_text.h"
#include "python/text/number_layout.h"
#include "python/text/search.h"
#include "python/text/unicode.h"

namespace threadbook::python {

namespace {

bool is_align(char32_t c) noexcept { return c == '<' || c == '>' || c == '=' || c == '^'; }

std::string_view name_of(FormatTarget target, std::string_view type_name) noexcept {
  if (!type_name.empty()) return type_name;
  return target == FormatTarget::Int ? "int" : (target == FormatTarget::Float ? "float" : "str");
}

PyError unknown_code(char32_t type, FormatTarget target, std::string_view type_name) {
  return value_error("Unknown format code '" + shown_character(type) + "' for object of type '" +
                     std::string(name_of(target, type_name)) + "'");
}

// What a grouping may go with: decimal and float types; '_' also groups binary, octal and
// hexadecimal digits.
bool grouping_allowed(char grouping, char32_t type) noexcept {
  switch (type) {
    case 0:
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'F':
    case 'G':
    case '%': return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X': return grouping == '_';
    default: return false;
  }
}

// A number cut into what padding and grouping treat differently.
struct NumberParts {
  std::string sign;        // "", "-", "+", " "
  std::string prefix;      // "0x"
  std::string_view whole;  // digits, grouped
  std::string_view rest;   // point, fraction, exponent; all of inf and nan
  int group = 3;
};

Result<Text> lay_out(const NumberParts& parts, const FormatSpec& spec) {
  const auto fixed = static_cast<std::int64_t>(parts.sign.size() + parts.prefix.size() + parts.rest.size());
  const char align = spec.align != 0 ? spec.align : '>';
  if (spec.width > static_cast<std::int64_t>(kMaxTextSize)) return memory_error();
  // Zeros that fill up belong to the digits, so that they are grouped too.
  const std::int64_t digit_width = spec.fill == '0' && align == '=' ? spec.width - fixed : 0;
  const std::string whole =
      parts.whole.empty() ? std::string()
                          : group_digits(parts.whole, spec.grouping != 0 ? parts.group : 0, spec.grouping, digit_width);
  const std::int64_t padding = std::max<std::int64_t>(spec.width - fixed - static_cast<std::int64_t>(whole.size()), 0);
  const auto pad = static_cast<std::size_t>(padding);
  TextBuilder result;
  if (align == '>') result.append_repeated(spec.fill, pad);
  if (align == '^') result.append_repeated(spec.fill, pad / 2);
  result.append_latin1(parts.sign);
  result.append_latin1(parts.prefix);
  if (align == '=') result.append_repeated(spec.fill, pad);
  result.append_latin1(whole);
  result.append_latin1(parts.rest);
  if (align == '<') result.append_repeated(spec.fill, pad);
  if (align == '^') result.append_repeated(spec.fill, pad - pad / 2);
  return result.finish();
}

std::string sign_of(bool is_negative, char wanted) {
  if (is_negative) return "-";
  return wanted == '+' || wanted == ' ' ? std::string(1, wanted) : std::string();
}

Result<Text> pad_text(TextView text, const FormatSpec& spec, char default_align) {
  const char align = spec.align != 0 ? spec.align : default_align;
  const auto size = static_cast<std::int64_t>(text.size());
  if (spec.width <= size) return copy_text(text);
  if (spec.width > static_cast<std::int64_t>(kMaxTextSize)) return memory_error();
  const auto pad = static_cast<std::size_t>(spec.width - size);
  const std::size_t left = align == '<' ? 0 : (align == '^' ? pad / 2 : pad);
  TextBuilder result;
  result.append_repeated(spec.fill, left);
  result.append(text);
  result.append_repeated(spec.fill, pad - left);
  return result.finish();
}

Result<Text> format_as_character(BigIntView value, const FormatSpec& spec) {
  if (spec.sign != 0) return value_error("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return value_error("Alternate form (#) not allowed with integer format specifier 'c'");
  const auto code = to_int64(value);
  if (!code) return overflow_error("Python int too large to convert to C long");
  if (*code < 0 || *code > 0x10FFFF) return overflow_error("%c arg not in range(0x110000)");
  TextBuilder character;
  character.append(static_cast<char32_t>(*code));
  return pad_text(character.finish(), spec, '>');
}

Result<Text> format_whole(BigIntView value, const FormatSpec& spec, int digit_limit, Interrupt interrupt) {
  if (spec.precision != -1) return value_error("Precision not allowed in integer format specifier");
  if (spec.no_negative_zero) return value_error("Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type == 'c') return format_as_character(value, spec);
  NumberParts parts;
  parts.sign = sign_of(value.negative, spec.sign);
  value.negative = false;
  int base = 10;
  if (spec.type == 'b') base = 2;
  if (spec.type == 'o') base = 8;
  if (spec.type == 'x' || spec.type == 'X') base = 16;
  if (base != 10) {
    parts.group = 4;
    if (spec.alternate) parts.prefix = {'0', static_cast<char>(spec.type)};
  }
  Result<std::string> digits = base == 10 ? int_text(value, digit_limit, interrupt) : to_digits(value, base, interrupt);
  if (!digits) return digits.error();
  if (spec.type == 'X') {
    for (char& c : *digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  parts.whole = *digits;
  return lay_out(parts, spec);
}

bool is_float_type(char32_t type) noexcept {
  switch (type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': return true;
    default: return false;
  }
}

Result<Text> format_real(double value, const FormatSpec& spec) {
  if (spec.precision > std::numeric_limits<int>::max()) return value_error("precision too big");
  if (spec.precision > static_cast<std::int64_t>(kMaxTextSize)) return memory_error();
  FloatStyle style;
  style.alternate = spec.alternate;
  style.no_negative_zero = spec.no_negative_zero;
  style.precision = static_cast<int>(spec.precision);
  if (spec.type == 0) {
    style.dot_zero = true;
    style.kind = spec.precision < 0 ? 'r' : 'g';
  } else {
    style.kind = spec.type == '%' ? 'f' : (spec.type == 'n' ? 'g' : static_cast<char>(spec.type));
    if (spec.precision < 0) style.precision = 6;
  }
  if (spec.type == '%') value *= 100;
  std::string text = float_to_text(value, style);
  if (spec.type == '%') text += '%';
  if (spec.width < 0 && spec.grouping == 0 && spec.sign != '+' && spec.sign != ' ') return Text(std::move(text));
  NumberParts parts;
  std::string_view number = text;
  const bool is_negative = number.front() == '-';
  if (is_negative) number.remove_prefix(1);
  parts.sign = sign_of(is_negative, spec.sign);
  const std::size_t whole = std::min(number.find_first_not_of(ascii_digits()), number.size());
  parts.whole = number.substr(0, whole);
  parts.rest = number.substr(whole);
  return lay_out(parts, spec);
}

}  // namespace

Result<FormatSpec> parse_format_spec(TextView text, FormatTarget target, std::string_view type_name) {
  FormatSpec spec;
  spec.empty = text.empty();
  const std::size_t end = text.size();
  std::size_t i = 0;
  const auto next_is = [&](char32_t c) { return i < end && text[i] == c; };
  if (end - i >= 2 && is_align(text[i + 1])) {
    spec.align = static_cast<char>(text[i + 1]);
    spec.fill = text[i];
    spec.fill_given = spec.align_given = true;
    i += 2;
  } else if (end - i >= 1 && is_align(text[i])) {
    spec.align = static_cast<char>(text[i++]);
    spec.align_given = true;
  }
  if (next_is('+') || next_is('-') || next_is(' ')) spec.sign = static_cast<char>(text[i++]);
  if (next_is('z')) {
    spec.no_negative_zero = true;
    ++i;
  }
  if (next_is('#')) {
    spec.alternate = true;
    ++i;
  }
  if (!spec.fill_given && next_is('0')) {  // zeros between sign and digits, but for text
    spec.fill = '0';
    if (!spec.align_given && target != FormatTarget::Str) spec.align = '=';
    ++i;
  }
  const auto too_many_digits = [] { return value_error("Too many decimal digits in format string"); };
  const ReadInteger width = read_integer(text, i, end);
  if (width.too_large) return too_many_digits();
  if (width.any) spec.width = width.value;
  if (next_is(',')) {
    spec.grouping = ',';
    ++i;
  }
  if (next_is('_')) {
    if (spec.grouping != 0) return value_error("Cannot specify both ',' and '_'.");
    spec.grouping = '_';
    ++i;
  }
  if (next_is(',') && spec.grouping == '_') return value_error("Cannot specify both ',' and '_'.");
  if (next_is('.')) {
    ++i;
    const ReadInteger precision = read_integer(text, i, end);
    if (precision.too_large) return too_many_digits();
    if (!precision.any) return value_error("Format specifier missing precision");
    spec.precision = precision.value;
  }
  if (end - i > 1) {
    return value_error("Invalid format specifier '" + to_utf8(text) + "' for object of type '" +
                       std::string(name_of(target, type_name)) + "'");
  }
  if (end - i == 1) spec.type = text[i];
  const char32_t default_type = target == FormatTarget::Int ? 'd' : (target == FormatTarget::Str ? 's' : 0);
  const char32_t type = spec.type != 0 || end - i == 1 ? spec.type : default_type;
  if (spec.grouping != 0 && !grouping_allowed(spec.grouping, type)) {
    return value_error(std::string("Cannot specify '") + spec.grouping + "' with '" + shown_character(type) + "'.");
  }
  return spec;
}

Result<Text> format_int(BigIntView value, const FormatSpec& spec, int digit_limit, Interrupt interrupt,
                        std::string_view type_name) {
  if (spec.empty) {
    Result<std::string> text = int_text(value, digit_limit, interrupt);
    if (!text) return text.error();
    return Text(text.take());
  }
  switch (spec.type) {
    case 0:
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n': return format_whole(value, spec, digit_limit, interrupt);
    default: break;
  }
  if (!is_float_type(spec.type)) return unknown_code(spec.type, FormatTarget::Int, type_name);
  const Result<double> real = to_double(value);
  if (!real) return real.error();
  return format_real(*real, spec);
}

Result<Text> format_int(std::int64_t value, const FormatSpec& spec, std::string_view type_name) {
  return format_int(Int64Digits(value), spec, 0, {}, type_name);
}

Result<Text> format_float(double value, const FormatSpec& spec, std::string_view type_name) {
  if (spec.empty) return Text(float_repr(value));
  if (spec.type != 0 && spec.type != 'n' && !is_float_type(spec.type)) {
    return unknown_code(spec.type, FormatTarget::Float, type_name);
  }
  return format_real(value, spec);
}

Result<Text> format_text(TextView value, const FormatSpec& spec, std::string_view type_name) {
  if (spec.empty) return copy_text(value);
  if (spec.type != 0 && spec.type != 's') return unknown_code(spec.type, FormatTarget::Str, type_name);
  if (spec.sign == ' ') return value_error("Space not allowed in string format specifier");
  if (spec.sign != 0) return value_error("Sign not allowed in string format specifier");
  if (spec.no_negative_zero) return value_error("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return value_error("Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return value_error("'=' alignment not allowed in string format specifier");
  if (spec.precision >= 0 && spec.precision < static_cast<std::int64_t>(value.size())) {
    value = value.slice(0, static_cast<std::size_t>(spec.precision));
  }
  return pad_text(value, spec, '<');
}

Result<Text> format_int(std::int64_t value, TextView text, std::string_view type_name) {
  return format_int(Int64Digits(value), text, 0, {}, type_name);
}

Result<Text> format_int(BigIntView value, TextView text, int digit_limit, Interrupt interrupt,
                        std::string_view type_name) {
  const Result<FormatSpec> spec = parse_format_spec(text, FormatTarget::Int, type_name);
  if (!spec) return spec.error();
  return format_int(value, *spec, digit_limit, interrupt, type_name);
}

Result<Text> format_float(double value, TextView text, std::string_view type_name) {
  const Result<FormatSpec> spec = parse_format_spec(text, FormatTarget::Float, type_name);
  if (!spec) return spec.error();
  return format_float(value, *spec, type_name);
}

Result<Text> format_text(TextView value, TextView text, std::string_view type_name) {
  const Result<FormatSpec> spec = parse_format_spec(text, FormatTarget::Str, type_name);
  if (!spec) return spec.error();
  return format_text(value, *spec, type_name);
}

}  // namespace threadbook::python
