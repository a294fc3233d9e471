#include "ui/layout/text_lines.h"

#include <algorithm>

namespace threadbook::ui {
namespace {

constexpr float kLetter = 0.485f;  // of the size

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::vector<std::string> wrapped(std::string_view text, float width, float size) {
  const auto letters = static_cast<std::size_t>(std::max(8.0f, width / (size * kLetter)));
  std::vector<std::string> lines;
  while (text.size() > letters) {
    std::size_t end = text.rfind(' ', letters);
    if (end == std::string_view::npos || end == 0) {
      end = letters;
      while (end > 1 && continues_character(text[end])) --end;
    }
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    if (text.starts_with(' ')) text.remove_prefix(1);
  }
  if (!text.empty()) lines.emplace_back(text);
  return lines;
}

}  // namespace threadbook::ui
