// Reading UTF-8 one code point at a time. Malformed bytes read as U+FFFD, one byte each, so that a loop
// over any bytes ends and shows that something was there.
#pragma once

#include <cstddef>
#include <string_view>

namespace threadbook::ui {

// The code point at `position`, which moves behind it. `position` must be inside the text.
inline char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(position);
  int more = 0;
  char32_t value = lead;
  if (lead < 0x80) {
    ++position;
    return value;
  }
  if (lead >= 0xC2 && lead < 0xE0) {
    more = 1;
    value = lead & 0x1F;
  } else if (lead >= 0xE0 && lead < 0xF0) {
    more = 2;
    value = lead & 0x0F;
  } else if (lead >= 0xF0 && lead < 0xF5) {
    more = 3;
    value = lead & 0x07;
  } else {
    ++position;
    return 0xFFFD;
  }
  if (position + static_cast<std::size_t>(more) >= text.size()) {
    ++position;
    return 0xFFFD;
  }
  for (int i = 1; i <= more; ++i) {
    const unsigned char c = byte(position + static_cast<std::size_t>(i));
    if ((c & 0xC0) != 0x80) {
      ++position;
      return 0xFFFD;
    }
    value = (value << 6) | (c & 0x3F);
  }
  position += static_cast<std::size_t>(more) + 1;
  return value;
}

// The code point at `position` without moving, 0 at the end.
inline char32_t peek_code_point(std::string_view text, std::size_t position) {
  return position < text.size() ? next_code_point(text, position) : 0;
}

// How many code points the text has: its columns in a monospaced face, tabs aside.
inline std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) next_code_point(text, i);
  return count;
}

}  // namespace threadbook::ui
