#include <utility>

#include "python/syntax/literals.h"
#include "python/syntax/utf8.h"

namespace threadbook::python {

using namespace ast;

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

bool StringLiterals::wrong(std::string message) {
  if (!problem_) {
    problem_.emplace();
    problem_->message = std::move(message);
    problem_->token = token_;
  }
  return false;
}

bool StringLiterals::read_prefix(std::string_view token, Literal& literal) {
  literal.token = token;
  std::size_t at = 0;
  for (;; ++at) {
    char c = static_cast<char>(token[at] | 0x20);
    if (c == 'b') {
      literal.bytes = true;
    } else if (c == 'r') {
      literal.raw = true;
    } else if (c == 'f') {
      literal.format = true;
    } else if (c != 'u') {
      break;
    }
  }
  char quote = token[at];
  std::size_t quotes = token.size() >= at + 6 && token[at + 1] == quote && token[at + 2] == quote ? 3 : 1;
  literal.start = at + quotes;
  literal.end = token.size() - quotes;
  return true;
}

Expr* StringLiterals::read(std::size_t first, std::size_t last) {
  const Token& begin = tokens_.list[first];
  const Token& finish = tokens_.list[last - 1];
  position_ = {begin.lineno, begin.col_offset, finish.end_lineno, finish.end_col_offset};
  unicode_prefix_ = tokens_.spelling(begin)[0] == 'u';
  Pieces pieces;
  bool any_format = false, bytes = false;
  for (token_ = first; token_ < last; ++token_) {
    Literal literal;
    read_prefix(tokens_.spelling(tokens_.list[token_]), literal);
    if (token_ == first) {
      bytes = literal.bytes;
    } else if (bytes != literal.bytes) {
      wrong("cannot mix bytes and nonbytes literals");
      return nullptr;
    }
    if (literal.format) {
      any_format = true;
      std::size_t at = literal.start;
      if (!format_string(literal, at, literal.end, 0, pieces)) return nullptr;
      continue;
    }
    std::string_view contents = literal.token.substr(literal.start, literal.end - literal.start);
    if (literal.bytes) {
      for (char c : contents) {
        if (static_cast<unsigned char>(c) < 0x80) continue;
        wrong("bytes can only contain ASCII literal characters");
        problem_->at_token = true;
        return nullptr;
      }
    }
    if (!decode(contents, literal, pieces.text)) return nullptr;
  }
  if (any_format) return joined(pieces, position_);
  Constant* constant = string_constant(pieces.text, position_);
  if (bytes) {
    constant->type = Constant::Type::Bytes;
    constant->unicode_prefix = false;
  }
  return constant;
}

Constant* StringLiterals::string_constant(std::string_view text, const Position& position) {
  Constant* node = arena_.make<Constant>();
  node->kind = Constant::kKind;
  node->position = position;
  node->type = Constant::Type::Str;
  node->unicode_prefix = unicode_prefix_;
  node->text = arena_.text(text);
  return node;
}

void StringLiterals::flush(Pieces& pieces, const Position& position) {
  if (pieces.text.empty()) return;
  pieces.values.push_back(string_constant(pieces.text, position));
  pieces.text.clear();
}

JoinedStr* StringLiterals::joined(Pieces& pieces, const Position& position) {
  flush(pieces, position);
  JoinedStr* node = arena_.make<JoinedStr>();
  node->kind = JoinedStr::kKind;
  node->position = position;
  node->values = arena_.list(pieces.values);
  return node;
}

bool StringLiterals::decode(std::string_view text, const Literal& literal, std::string& into) {
  if (literal.raw) {
    into += text;
    return true;
  }
  // Positions in messages count what CPython's decoder sees: every character that is not ASCII
  // as an escape of ten characters.
  std::size_t position = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = text.find('\\', at);
    if (plain == std::string_view::npos) plain = text.size();
    into += text.substr(at, plain - at);
    for (; at < plain; ++at) {
      auto c = static_cast<unsigned char>(text[at]);
      if (c < 0x80)
        ++position;
      else if ((c & 0xc0) != 0x80)
        position += 10;
    }
    if (at == text.size()) break;
    std::size_t start = at;
    if (!decode_escape(text, at, literal, into, position)) return false;
    position += at - start;
  }
  return true;
}

// The escape sequence at `text[at]`, a backslash.
bool StringLiterals::decode_escape(std::string_view text, std::size_t& at, const Literal& literal, std::string& into,
                                   std::size_t position) {
  std::size_t start = at++;
  if (at == text.size()) {  // only before the brace of an f-string
    into += '\\';
    return true;
  }
  auto failed = [&](std::size_t end, const char* reason) {
    std::size_t last = position + (end - start) - 1;
    std::string place = last == position ? "byte 0x5c in position " + std::to_string(position)
                                         : "bytes in position " + std::to_string(position) + "-" + std::to_string(last);
    if (last == position) place = "byte 0x5c in position " + std::to_string(position);
    return wrong("(unicode error) 'unicodeescape' codec can't decode " + place + ": " + reason);
  };
  char c = text[at++];
  switch (c) {
    case '\n': return true;
    case '\\':
    case '\'':
    case '"': into += c; return true;
    case 'a': into += '\a'; return true;
    case 'b': into += '\b'; return true;
    case 'f': into += '\f'; return true;
    case 'n': into += '\n'; return true;
    case 'r': into += '\r'; return true;
    case 't': into += '\t'; return true;
    case 'v': into += '\v'; return true;
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7': {
      unsigned value = static_cast<unsigned>(c - '0');
      for (int i = 0; i < 2 && at < text.size() && text[at] >= '0' && text[at] <= '7'; ++i) {
        value = value * 8 + static_cast<unsigned>(text[at++] - '0');
      }
      if (literal.bytes)
        into += static_cast<char>(value & 0xff);
      else
        append_utf8(into, value);
      return true;
    }
    case 'x':
    case 'u':
    case 'U': {
      if (c != 'x' && literal.bytes) break;
      int wanted = c == 'x' ? 2 : c == 'u' ? 4 : 8;
      char32_t value = 0;
      int got = 0;
      while (got < wanted && at < text.size() && hex_digit(text[at]) >= 0) {
        value = value * 16 + static_cast<char32_t>(hex_digit(text[at++]));
        ++got;
      }
      if (literal.bytes) {
        if (got < wanted) {
          return wrong("(value error) invalid \\x escape at position " + std::to_string(position));
        }
        into += static_cast<char>(value);
        return true;
      }
      if (got < wanted) {
        return failed(at, c == 'x'   ? "truncated \\xXX escape"
                          : c == 'u' ? "truncated \\uXXXX escape"
                                     : "truncated \\UXXXXXXXX escape");
      }
      if (value > 0x10ffff) return failed(at, "illegal Unicode character");
      append_utf8(into, value);
      return true;
    }
    case 'N': {
      if (literal.bytes) break;
      if (at < text.size() && text[at] == '{') {
        std::size_t close = text.find('}', at);
        if (close != std::string_view::npos && close > at + 1) {
          std::string_view name = text.substr(at + 1, close - at - 1);
          at = close + 1;
          if (auto character = unicode_character(name)) {
            append_utf8(into, *character);
            return true;
          }
          return failed(at, "unknown Unicode character name");
        }
        if (close != std::string_view::npos) return failed(close + 1, "malformed \\N character escape");
        return failed(text.size(), "malformed \\N character escape");
      }
      return failed(at, "malformed \\N character escape");
    }
    default: break;
  }
  // Not an escape: the backslash stays.
  into += '\\';
  --at;
  return true;
}

}  // namespace threadbook::python
