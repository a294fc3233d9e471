#include "python/text/repr.h"

#include "python/text/search.h"
#include "python/text/unicode.h"

namespace threadbook::python {

namespace {

char quote_for(TextView text) noexcept {
  const bool has_single = find(text, TextView::latin1("'")) != kNotFound;
  return has_single && find(text, TextView::latin1("\"")) == kNotFound ? '"' : '\'';
}

void append_hex(std::string& into, char32_t value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) into += "0123456789abcdef"[(value >> shift) & 15];
}

// The escape a character needs whatever is printable, or nothing.
std::string named_escape(char32_t c, char quote) {
  switch (c) {
    case '\\': return "\\\\";
    case '\t': return "\\t";
    case '\n': return "\\n";
    case '\r': return "\\r";
    default: break;
  }
  if (c == static_cast<unsigned char>(quote)) return std::string("\\") + quote;
  return {};
}

std::string numeric_escape(char32_t c) {
  std::string text = "\\";
  text += c <= 0xFF ? 'x' : (c <= 0xFFFF ? 'u' : 'U');
  append_hex(text, c, c <= 0xFF ? 2 : (c <= 0xFFFF ? 4 : 8));
  return text;
}

}  // namespace

Text repr(TextView text) {
  const char quote = quote_for(text);
  TextBuilder result;
  result.reserve(text.size() + 2);
  result.append(static_cast<char32_t>(quote));
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c > '\\' ? (c < 0x7F || is_printable(c)) : (c >= ' ' && c != '\\' && c != '\'' && c != '"')) {
      result.append(c);
    } else if (const std::string escape = named_escape(c, quote); !escape.empty()) {
      result.append_latin1(escape);
    } else if (c == '\'' || c == '"') {
      result.append(c);
    } else {
      result.append_latin1(numeric_escape(c));
    }
  }
  result.append(static_cast<char32_t>(quote));
  return result.finish();
}

std::string ascii_repr(TextView text) {
  const Text shown = repr(text);
  const TextView view = shown;
  if (is_ascii(view)) return shown.narrow;
  std::string result;
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (view[i] < 0x80) {
      result += static_cast<char>(view[i]);
    } else {
      result += numeric_escape(view[i]);
    }
  }
  return result;
}

std::string bytes_repr(std::string_view bytes) {
  const char quote = quote_for(TextView::latin1(bytes));
  std::string result = "b";
  result += quote;
  for (const char c : bytes) {
    const char32_t value = static_cast<unsigned char>(c);
    if (const std::string escape = named_escape(value, quote); !escape.empty()) {
      result += escape;
    } else if (value < ' ' || value >= 0x7F) {
      result += numeric_escape(value);
    } else {
      result += c;
    }
  }
  result += quote;
  return result;
}

std::string repr_utf8(TextView text) { return to_utf8(repr(text)); }

}  // namespace threadbook::python
