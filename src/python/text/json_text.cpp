#include "python/text/json_text.h"

#include "python/text/characters.h"

namespace threadbook::python {

std::string json_quoted(std::string_view text) {
  std::string out = "\"";
  for_each_character(text, [&](std::string_view character) {
    const auto code = static_cast<unsigned char>(character[0]);
    if (code < ' ' || code == '"' || code == '\\') {
      out += json_escape(code);
    } else {
      out += character;
    }
  });
  return out += '"';
}

std::string json_escape(char32_t unit) {
  switch (unit) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string escape = "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) escape += kHex[(unit >> shift) & 15];
  return escape;
}

}  // namespace threadbook::python
