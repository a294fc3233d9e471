#include "python/syntax/replacement_field.h"

#include <cctype>
#include <string>

namespace threadbook::python {
namespace {

constexpr int kMaximumDepth = 100;

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80); }

char at_or_none(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

struct Quote {
  char character;
  std::size_t count;  // 1 or 3
};

Quote quote_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  const bool triple = at_or_none(text, at + 1) == c && at_or_none(text, at + 2) == c;
  return {c, triple ? std::size_t{3} : std::size_t{1}};
}

bool closes(std::string_view text, std::size_t at, Quote quote) {
  return text.substr(at, quote.count) == std::string(quote.count, quote.character);
}

// From behind a backslash to behind what it escapes.
std::size_t escape_end(std::string_view text, std::size_t at, bool format, bool raw) {
  const char c = at_or_none(text, at);
  if (format && (c == '{' || c == '}')) return at;  // the brace counts all the same
  if (format && !raw && c == 'N' && at_or_none(text, at + 1) == '{') {
    const std::size_t close = text.find('}', at);
    return close == kNoEnd ? text.size() : close + 1;
  }
  return at + 1;
}

// The text of a format spec, from behind its colon to the brace that ends its field.
std::size_t format_spec_end(std::string_view text, std::size_t at, Quote quote, int depth) {
  while (at < text.size()) {
    const char c = text[at];
    if (c == '}') return at;
    if (closes(text, at, quote) || (quote.count == 1 && c == '\n')) return kNoEnd;
    if (c == '\\') {
      at = escape_end(text, at + 1, true, false);
    } else if (c == '{') {
      at = expression_end(text, at + 1, depth + 1);
      if (at == kNoEnd) return kNoEnd;
      at = text.find_first_of(":}", at);
      if (at != kNoEnd && text[at] == ':') at = format_spec_end(text, at + 1, quote, depth + 1);
      if (at == kNoEnd) return kNoEnd;
      ++at;
    } else {
      ++at;
    }
  }
  return kNoEnd;
}

}  // namespace

std::size_t expression_end(std::string_view text, std::size_t at, int depth) {
  if (depth > kMaximumDepth) return kNoEnd;
  std::string brackets;
  while (at < text.size()) {
    const char c = text[at];
    const char next = at_or_none(text, at + 1);
    if (is_name(c)) {
      const std::size_t start = at;
      while (at < text.size() && is_name(text[at])) ++at;
      const char quote = at_or_none(text, at);
      if (quote == '\'' || quote == '"') {
        const std::string_view prefix = text.substr(start, at - start);
        at =
            string_end(text, at, prefix.find_first_of("fF") != kNoEnd, prefix.find_first_of("rR") != kNoEnd, depth + 1);
        if (at == kNoEnd) return kNoEnd;
      }
      continue;
    }
    switch (c) {
      case '\'':
      case '"':
        at = string_end(text, at, false, false, depth + 1);
        if (at == kNoEnd) return kNoEnd;
        continue;
      case '#':
        at = text.find('\n', at);
        if (at == kNoEnd) return kNoEnd;
        continue;
      case '(':
      case '[':
      case '{': brackets += c; break;
      case ')':
      case ']':
      case '}': {
        if (brackets.empty()) return c == '}' ? at : kNoEnd;
        const char open = brackets.back();
        brackets.pop_back();
        if ((open == '(') != (c == ')') || (open == '[') != (c == ']')) return kNoEnd;
        break;
      }
      case '=':
      case '!':
      case '<':
      case '>':
        if (next == '=') {
          at += 2;
          continue;
        }
        if (brackets.empty() && (c == '=' || c == '!')) return at;
        break;
      case ':':
        if (brackets.empty()) return at;
        break;
      default: break;
    }
    ++at;
  }
  return kNoEnd;
}

std::size_t string_end(std::string_view text, std::size_t at, bool format, bool raw, int depth) {
  if (depth > kMaximumDepth) return kNoEnd;
  const Quote quote = quote_at(text, at);
  // Two quotes that a third does not follow are the empty string.
  if (quote.count == 1 && at_or_none(text, at + 1) == quote.character) return at + 2;
  at += quote.count;
  while (at < text.size()) {
    const char c = text[at];
    if (closes(text, at, quote)) return at + quote.count;
    if (quote.count == 1 && c == '\n') return kNoEnd;
    if (c == '\\') {
      at = escape_end(text, at + 1, format, raw);
    } else if (format && c == '{' && at_or_none(text, at + 1) == '{') {
      at += 2;
    } else if (format && c == '{') {
      at = expression_end(text, at + 1, depth + 1);
      if (at == kNoEnd) return kNoEnd;
      at = text.find_first_of(":}", at);  // behind = or !r
      if (at != kNoEnd && text[at] == ':') at = format_spec_end(text, at + 1, quote, depth + 1);
      if (at == kNoEnd) return kNoEnd;
      ++at;
    } else {
      ++at;
    }
  }
  return kNoEnd;
}

}  // namespace threadbook::python
