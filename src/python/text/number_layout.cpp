#include "python/text/number_layout.h"

#include <algorithm>
#include <cstdio>
#include <limits>

#include "python/text/unicode.h"

namespace threadbook::python {

Span strip_number(TextView text) noexcept {
  const auto is_white = [](char32_t c) { return is_space(c) && !(c >= 0x1C && c <= 0x1F); };
  Span inside{0, text.size()};
  while (inside.start < inside.end && is_white(text[inside.start])) ++inside.start;
  while (inside.end > inside.start && is_white(text[inside.end - 1])) --inside.end;
  return inside;
}

ReadInteger read_integer(TextView text, std::size_t& position, std::size_t end) noexcept {
  ReadInteger result;
  for (; position < end; ++position) {
    const int digit = decimal_value(text[position]);
    if (digit < 0) break;
    result.any = true;
    if (result.value > (std::numeric_limits<std::int64_t>::max() - digit) / 10) {
      result.too_large = true;
      break;
    }
    result.value = result.value * 10 + digit;
  }
  return result;
}

std::string group_digits(std::string_view digits, int group, char separator, std::int64_t width) {
  std::string reversed;
  auto rest = static_cast<std::int64_t>(digits.size());
  const auto take = [&](std::int64_t count) {
    for (; count > 0; --count) {
      reversed += rest > 0 ? digits[static_cast<std::size_t>(rest - 1)] : '0';
      if (rest > 0) --rest;
    }
  };
  if (group == 0) {
    take(std::max(rest, width));
  } else {
    while (true) {
      const std::int64_t wanted = std::max<std::int64_t>({rest, width, 1});
      const std::int64_t length = std::min<std::int64_t>(group, wanted);
      take(length);
      width -= length;
      if (rest <= 0 && width <= 0) break;
      reversed += separator;
      --width;
    }
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

std::string shown_character(char32_t c) {
  if (c > 32 && c < 128) return std::string(1, static_cast<char>(c));
  char text[16];
  std::snprintf(text, sizeof text, "\\x%x", static_cast<unsigned>(c));
  return text;
}

}  // namespace threadbook::python
