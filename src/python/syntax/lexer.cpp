#include "python/syntax/lexer.h"

#include <array>
#include <cstdio>
#include <utility>

#include "python/syntax/replacement_field.h"
#include "python/syntax/utf8.h"
#include "python/text/unicode.h"

namespace threadbook::python {
namespace {

using Kind = TokenKind;

constexpr std::size_t kMaximumIndents = 100;   // CPython's MAXINDENT
constexpr std::size_t kMaximumBrackets = 200;  // CPython's MAXLEVEL

constexpr std::string_view kKeywords[] = {"False",  "None",   "True",    "and",      "as",       "assert", "async",
                                          "await",  "break",  "class",   "continue", "def",      "del",    "elif",
                                          "else",   "except", "finally", "for",      "from",     "global", "if",
                                          "import", "in",     "is",      "lambda",   "nonlocal", "not",    "or",
                                          "pass",   "raise",  "return",  "try",      "while",    "with",   "yield"};
static_assert(static_cast<std::size_t>(Kind::Yield) - static_cast<std::size_t>(Kind::False) + 1 ==
              std::size(kKeywords));

// Of each first letter: where the keywords that begin so do. They stand together; those in upper case come first.
constexpr std::array<std::uint8_t, 128> kKeywordsFrom = [] {
  std::array<std::uint8_t, 128> from{};
  from.fill(static_cast<std::uint8_t>(std::size(kKeywords)));
  for (std::size_t i = std::size(kKeywords); i-- > 0;) from[static_cast<std::size_t>(kKeywords[i][0])] = i;
  return from;
}();

enum CharacterClass : std::uint8_t { kNameStart = 1, kDigit = 2, kHexDigit = 4, kNameRest = 8 };

constexpr std::array<std::uint8_t, 256> kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    bool digit = c >= '0' && c <= '9';
    bool hex = digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    classes[c] = (letter ? kNameStart | kNameRest : 0) | (digit ? kDigit | kNameRest : 0) | (hex ? kHexDigit : 0);
  }
  return classes;
}();

constexpr int kEnd = -1;  // what peek() sees past the last character

bool is(int c, CharacterClass wanted) { return c >= 0 && (kClasses[c] & wanted); }
bool is_octal_digit(int c) { return c >= '0' && c <= '7'; }
bool is_binary_digit(int c) { return c == '0' || c == '1'; }

class Lexer {
 public:
  Lexer(std::string_view text, Syntax syntax) : text_(text) {
    out_.text = text;
    out_.syntax = syntax;
    out_.list.reserve(text.size() / 4 + 8);
    out_.line_starts.push_back(0);
  }

  Tokens run() {
    while (next_line() && rest_of_line()) {
    }
    for (const Bracket& bracket : brackets_) {
      out_.open.push_back({bracket.character, bracket.lineno, bracket.col_offset});
    }
    return std::move(out_);
  }

 private:
  struct Bracket {
    char character;
    std::uint32_t lineno;
    std::uint32_t col_offset;
  };
  // A tab counts to the next multiple of 8 in `column` and as one in `alternative`; indentation
  // that is ordered differently by the two depends on the width of a tab and is refused.
  struct Indent {
    std::uint32_t column;
    std::uint32_t alternative;
  };

  int peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? static_cast<unsigned char>(text_[at_ + ahead]) : kEnd;
  }

  void start_line() {
    if (at_ < text_.size()) {
      ++lineno_;
      line_start_ = static_cast<std::uint32_t>(at_);
      out_.line_starts.push_back(line_start_);
    }
  }

  std::uint32_t column(std::size_t offset) const { return static_cast<std::uint32_t>(offset) - line_start_; }

  void add(Kind kind, std::size_t start) {
    out_.list.push_back({kind, level(), static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at_), lineno_,
                         column(start), lineno_, column(at_)});
  }
  std::uint8_t level() const { return static_cast<std::uint8_t>(brackets_.size()); }

  // ---- errors: each ends the run by returning false ----

  bool fail(const char* type, std::string message, std::uint32_t offset, bool immediate, std::uint32_t end_offset = 0) {
    out_.error = {type, std::move(message), lineno_, offset, end_offset, immediate, false};
    add(Kind::Error, at_);
    return false;
  }
  // At the character before the lexer's place.
  bool fail_here(std::string message) {
    return fail("SyntaxError", std::move(message), column(at_), true, column(at_));
  }

  // ---- lines ----

  // Skips blank lines and measures the indentation of the next line that has a token. False at the
  // end (the final tokens are then in place) or after an error.
  bool next_line() {
    while (true) {
      std::uint32_t column = 0, alternative = 0, continued = 0;
      bool has_continued = false;
      std::size_t start = at_;
      for (;; ++at_) {
        int c = peek();
        if (c == ' ') {
          ++column, ++alternative;
        } else if (c == '\t') {
          column = (column / 8 + 1) * 8, ++alternative;
        } else if (c == '\f') {
          column = alternative = 0;
        } else if (c == '\\') {
          // The indentation of a line that begins with a backslash is that of its first piece.
          if (!has_continued) continued = column, has_continued = true;
          (void)start;
          if (!continuation()) return false;
          --at_;
        } else {
          break;
        }
      }
      int c = peek();
      if (c == '#') {
        while (peek() != '\n' && peek() != kEnd) ++at_;
        c = peek();
      }
      if (c == '\n') {
        ++at_;
        start_line();
        continue;
      }
      if (has_continued && continued) column = alternative = continued;
      if (c == kEnd) column = alternative = 0;
      if (!indentation({column, alternative})) return false;
      if (c == kEnd) {
        add(Kind::EndMarker, at_);
        return false;
      }
      return true;
    }
  }

  bool inconsistent_tabs() { return fail("TabError", "inconsistent use of tabs and spaces in indentation", 1, false); }

  bool indentation(Indent now) {
    if (now.column == indents_.back().column) {
      return now.alternative == indents_.back().alternative || inconsistent_tabs();
    }
    if (now.column > indents_.back().column) {
      if (indents_.size() >= kMaximumIndents) {
        return fail("IndentationError", "too many levels of indentation", 1, false);
      }
      if (now.alternative <= indents_.back().alternative) return inconsistent_tabs();
      indents_.push_back(now);
      add(Kind::Indent, at_);
      return true;
    }
    std::size_t dedents = 0;
    while (indents_.size() > 1 && now.column < indents_.back().column) {
      indents_.pop_back();
      ++dedents;
    }
    if (now.column != indents_.back().column) {
      std::size_t line_end = text_.find('\n', at_);
      at_ = line_end == std::string_view::npos ? text_.size() : line_end + 1;
      return fail("IndentationError", "unindent does not match any outer indentation level", column(at_), false);
    }
    if (now.alternative != indents_.back().alternative) return inconsistent_tabs();
    while (dedents-- > 0) add(Kind::Dedent, at_);
    return true;
  }

  // A backslash at the lexer's place: goes to the start of the next line.
  bool continuation() {
    ++at_;
    if (peek() != '\n') {
      if (peek() != kEnd) ++at_;
      return fail("SyntaxError", "unexpected character after line continuation character",
                  static_cast<std::uint32_t>(at_) - buffer_start_, false);
    }
    ++at_;
    if (peek() == kEnd) {
      bool result =
          brackets_.empty() ? fail("SyntaxError", "unexpected EOF while parsing", column(at_), false) : never_closed();
      out_.error->at_end = true;
      return result;
    }
    start_line();
    return true;
  }

  bool never_closed() {
    const Bracket& last = brackets_.back();
    fail("SyntaxError", std::string("'") + last.character + "' was never closed", last.col_offset + 1, false);
    out_.error->lineno = last.lineno;
    out_.error->at_end = true;
    return false;
  }

  // The tokens up to and including the NEWLINE that ends the logical line.
  bool rest_of_line() {
    buffer_start_ = line_start_;
    while (true) {
      int c = peek();
      while (c == ' ' || c == '\t' || c == '\f') c = (++at_, peek());
      std::size_t start = at_;  // a comment belongs to the NEWLINE behind it
      if (c == '#') {
        while (c != '\n' && c != kEnd) c = (++at_, peek());
      }
      if (c == kEnd) {
        // Lines end in '\n', so the end comes here only between brackets.
        return never_closed();
      }
      if (c == '\n') {
        if (brackets_.empty()) {
          add(Kind::Newline, start);
          ++at_;
          start_line();
          return true;
        }
        ++at_;
        start_line();
        buffer_start_ = line_start_;
        continue;
      }
      if (c == '\\') {
        if (!continuation()) return false;
        continue;
      }
      if (!token(c)) return false;
    }
  }

  bool token(int c) {
    if (is(c, kNameStart)) return name_or_string();
    if (is(c, kDigit)) return number();
    if (c == '"' || c == '\'') return string(at_);
    if (c == '.' && is(peek(1), kDigit)) {
      start_ = at_;
      ++at_;
      return fraction();
    }
    return punctuation(c);
  }

  // ---- names ----

  bool name_or_string() {
    std::size_t start = at_;
    bool bytes = false, unicode = false, raw = false, format = false, ascii = true;
    int c = peek();
    for (;; c = (++at_, peek())) {
      if (!(bytes || unicode || format) && (c == 'b' || c == 'B')) {
        bytes = true;
      } else if (!(bytes || unicode || raw || format) && (c == 'u' || c == 'U')) {
        unicode = true;
      } else if (!(raw || unicode) && (c == 'r' || c == 'R')) {
        raw = true;
      } else if (!(format || bytes || unicode) && (c == 'f' || c == 'F')) {
        format = true;
      } else {
        break;
      }
    }
    if (at_ != start && (c == '"' || c == '\'')) return string(start);
    at_ = start;
    for (c = peek(); is(c, kNameRest); c = (++at_, peek())) ascii &= c < 128;
    if (!ascii && !valid_identifier(start)) return false;
    std::string_view name = text_.substr(start, at_ - start);
    add(ascii ? keyword_kind(name) : Kind::Name, start);
    return true;
  }

  bool valid_identifier(std::size_t start) {
    std::size_t end = at_;
    for (at_ = start; at_ < end;) {
      auto [character, length] = decode_utf8(text_, at_);
      bool valid = at_ == start ? is_identifier_start(character) : is_identifier_continue(character);
      at_ += length;
      if (!valid) return invalid_character(character, at_ - length);
    }
    return true;
  }

  bool invalid_character(char32_t character, std::size_t start) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(character));
    if (!is_printable(character)) {
      return fail_here(std::string("invalid non-printable character ") + code);
    }
    return fail_here("invalid character '" + std::string(text_.substr(start, at_ - start)) + "' (" + code + ")");
  }

  // ---- numbers ----

  bool number() {
    start_ = at_;
    int c = peek();
    if (c != '0') {
      return digits() && after_digits();
    }
    ++at_;
    c = peek();
    if (c == 'x' || c == 'X') {
      return based("hexadecimal", [](int d) { return is(d, kHexDigit); });
    }
    if (c == 'o' || c == 'O') return based("octal", is_octal_digit);
    if (c == 'b' || c == 'B') return based("binary", is_binary_digit);
    // Any number of zeros is a zero; digits after them would be C's octal, which is refused.
    while (true) {
      if (c == '_') {
        c = (++at_, peek());
        if (!is(c, kDigit)) return fail_here("invalid decimal literal");
      }
      if (c != '0') break;
      c = (++at_, peek());
    }
    std::size_t zeros_end = at_;
    bool nonzero = is(c, kDigit);
    if (nonzero && !digits()) return false;
    c = peek();
    if (c == '.' || c == 'e' || c == 'E' || c == 'j' || c == 'J') return after_digits();
    if (nonzero) {
      return fail("SyntaxError",
                  "leading zeros in decimal integer literals are not permitted; use an 0o prefix "
                  "for octal integers",
                  column(start_) + 1, true, column(zeros_end) + 1);
    }
    return end_number("decimal");
  }

  template <class IsDigit>
  bool based(const char* what, IsDigit is_digit_of_base) {
    ++at_;
    do {
      if (peek() == '_') ++at_;
      if (!is_digit_of_base(peek())) {
        if (is(peek(), kDigit)) return invalid_digit(what);
        return fail_here(std::string("invalid ") + what + " literal");
      }
      while (is_digit_of_base(peek())) ++at_;
    } while (peek() == '_');
    if (is(peek(), kDigit)) return invalid_digit(what);
    return end_number(what);
  }

  bool invalid_digit(const char* what) {
    char digit = static_cast<char>(peek());
    ++at_;
    return fail_here(std::string("invalid digit '") + digit + "' in " + what + " literal");
  }

  // Decimal digits with single underscores between them.
  bool digits() {
    while (true) {
      while (is(peek(), kDigit)) ++at_;
      if (peek() != '_') return true;
      ++at_;
      if (!is(peek(), kDigit)) return fail_here("invalid decimal literal");
    }
  }

  bool after_digits() {
    if (peek() == '.') {
      ++at_;
      return fraction();
    }
    return exponent();
  }

  bool fraction() {
    if (is(peek(), kDigit) && !digits()) return false;
    return exponent();
  }

  bool exponent() {
    if (peek() == 'e' || peek() == 'E') {
      std::size_t e = at_;
      int c = (++at_, peek());
      if (c == '+' || c == '-') {
        c = (++at_, peek());
        if (!is(c, kDigit)) return fail_here("invalid decimal literal");
      } else if (!is(c, kDigit)) {
        at_ = e;
        return end_number("decimal");
      }
      if (!digits()) return false;
    }
    if (peek() == 'j' || peek() == 'J') {
      ++at_;
      return end_number("imaginary");
    }
    return end_number("decimal");
  }

  // A number may touch a keyword that can follow one (`1if x else y`, deprecated) but no name.
  bool end_number(const char* what) {
    int c = peek();
    if (c < 128 && is(c, kNameRest)) {
      auto word = [&](std::string_view keyword) {
        return text_.substr(at_).starts_with(keyword) && !is(peek(keyword.size()), kNameRest);
      };
      bool keyword = word("and") || word("else") || word("for") || word("or") || word("not") ||
                     (c == 'i' && (peek(1) == 'f' || peek(1) == 'n' || peek(1) == 's'));
      if (!keyword) return fail_here(std::string("invalid ") + what + " literal");
    }
    add(Kind::Number, start_);
    return true;
  }

  // ---- strings ----

  // An f-string that may hold anything in its braces. False, with nothing done: it has no end.
  bool newer_format_string(std::size_t start) {
    std::string_view prefix = text_.substr(start, at_ - start);
    if (prefix.find_first_of("fF") == std::string_view::npos) return false;
    std::size_t end = string_end(text_, at_, true, prefix.find_first_of("rR") != std::string_view::npos);
    if (end == kNoEnd) return false;
    std::uint32_t first_line = lineno_, first_column = column(start);
    while (at_ < end) {
      if (text_[at_++] == '\n') start_line();
    }
    out_.list.push_back({Kind::String, level(), static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at_),
                         first_line, first_column, lineno_, column(at_)});
    return true;
  }

  bool string(std::size_t start) {
    if (out_.syntax == Syntax::Newer && newer_format_string(start)) return true;
    std::uint32_t first_line = lineno_, first_start = line_start_;
    char quote = text_[at_++];
    std::size_t quotes = 1, closing = 0;
    if (peek() == quote) {
      ++at_;
      if (peek() == quote) {
        ++at_;
        quotes = 3;
      } else {
        closing = 1;  // the empty string
      }
    }
    while (closing != quotes) {
      int c = peek();
      if (c == kEnd || (quotes == 1 && c == '\n')) {
        std::string line = std::to_string(lineno_);
        lineno_ = first_line;
        line_start_ = first_start;
        at_ = start + 1;
        return fail_here(std::string("unterminated ") + (quotes == 3 ? "triple-quoted " : "") +
                         "string literal (detected at line " + line + ")");
      }
      ++at_;
      if (c == quote) {
        ++closing;
        continue;
      }
      closing = 0;
      if (c == '\\' && peek() != kEnd) c = static_cast<unsigned char>(text_[at_++]);
      if (c == '\n') start_line();
    }
    out_.list.push_back({Kind::String, level(), static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at_),
                         first_line, static_cast<std::uint32_t>(start) - first_start, lineno_, column(at_)});
    return true;
  }

  // ---- punctuation ----

  bool punctuation(int c) {
    std::size_t start = at_;
    switch (c) {
      case '(':
      case '[':
      case '{':
        ++at_;
        if (brackets_.size() >= kMaximumBrackets) return fail_here("too many nested parentheses");
        brackets_.push_back({static_cast<char>(c), lineno_, column(start)});
        add(c == '(' ? Kind::LeftParen : c == '[' ? Kind::LeftBracket : Kind::LeftBrace, start);
        return true;
      case ')':
      case ']':
      case '}': return closing_bracket(static_cast<char>(c));
      default: break;
    }
    auto [kind, length] = operator_at(c);
    if (length == 0) {
      auto [character, bytes] = decode_utf8(text_, at_);
      at_ += bytes;
      if (!is_printable(character)) return invalid_character(character, start);
      add(Kind::Unknown, start);
      return true;
    }
    at_ += length;
    add(kind, start);
    return true;
  }

  bool closing_bracket(char c) {
    std::size_t start = at_++;
    if (brackets_.empty()) return fail_here(std::string("unmatched '") + c + "'");
    Bracket open = brackets_.back();
    char expected = open.character == '(' ? ')' : open.character == '[' ? ']' : '}';
    brackets_.pop_back();
    if (c != expected) {
      std::string message =
          std::string("closing parenthesis '") + c + "' does not match opening parenthesis '" + open.character + "'";
      if (open.lineno != lineno_) message += " on line " + std::to_string(open.lineno);
      return fail_here(std::move(message));
    }
    add(c == ')' ? Kind::RightParen : c == ']' ? Kind::RightBracket : Kind::RightBrace, start);
    return true;
  }

  struct Operator {
    Kind kind;
    std::uint32_t length;  // 0: no operator
  };

  Operator operator_at(int c) const {
    int next = peek(1);
    auto or_equal = [&](Kind plain, Kind with_equal) {
      return next == '=' ? Operator{with_equal, 2} : Operator{plain, 1};
    };
    auto doubled = [&](Kind plain, Kind plain_equal, Kind twice, Kind twice_equal) {
      if (next != c) return or_equal(plain, plain_equal);
      return peek(2) == '=' ? Operator{twice_equal, 3} : Operator{twice, 2};
    };
    switch (c) {
      case ',': return {Kind::Comma, 1};
      case ';': return {Kind::Semicolon, 1};
      case '~': return {Kind::Tilde, 1};
      case ':': return or_equal(Kind::Colon, Kind::Walrus);
      case '+': return or_equal(Kind::Plus, Kind::PlusEqual);
      case '%': return or_equal(Kind::Percent, Kind::PercentEqual);
      case '&': return or_equal(Kind::Ampersand, Kind::AmpersandEqual);
      case '|': return or_equal(Kind::VerticalBar, Kind::VerticalBarEqual);
      case '^': return or_equal(Kind::Circumflex, Kind::CircumflexEqual);
      case '@': return or_equal(Kind::At, Kind::AtEqual);
      case '=': return or_equal(Kind::Equal, Kind::EqualEqual);
      case '-': return next == '>' ? Operator{Kind::Arrow, 2} : or_equal(Kind::Minus, Kind::MinusEqual);
      case '!': return next == '=' ? Operator{Kind::NotEqual, 2} : Operator{Kind::Unknown, 1};
      case '.': return next == '.' && peek(2) == '.' ? Operator{Kind::Ellipsis, 3} : Operator{Kind::Dot, 1};
      case '*': return doubled(Kind::Star, Kind::StarEqual, Kind::DoubleStar, Kind::DoubleStarEqual);
      case '/': return doubled(Kind::Slash, Kind::SlashEqual, Kind::DoubleSlash, Kind::DoubleSlashEqual);
      case '<':
        if (next == '>') return {Kind::Unknown, 2};
        if (next != '<') return or_equal(Kind::Less, Kind::LessEqual);
        return peek(2) == '=' ? Operator{Kind::LeftShiftEqual, 3} : Operator{Kind::LeftShift, 2};
      case '>':
        if (next != '>') return or_equal(Kind::Greater, Kind::GreaterEqual);
        return peek(2) == '=' ? Operator{Kind::RightShiftEqual, 3} : Operator{Kind::RightShift, 2};
      default: return {Kind::Unknown, 0};
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;  // of the number being read
  std::uint32_t lineno_ = 1;
  std::uint32_t line_start_ = 0;
  // Where CPython's line buffer would begin, from which it counts one error's column.
  std::uint32_t buffer_start_ = 0;
  std::vector<Indent> indents_{{0, 0}};
  std::vector<Bracket> brackets_;
  Tokens out_;
};

}  // namespace

std::string_view Tokens::line(std::uint32_t lineno) const {
  if (lineno == 0 || lineno > line_starts.size()) return {};
  std::size_t start = line_starts[lineno - 1];
  std::size_t end = text.find('\n', start);
  return text.substr(start, end == std::string_view::npos ? end : end - start);
}

std::string_view normalise_source(std::string_view source, std::string& storage) {
  if (source.starts_with("\xef\xbb\xbf")) source.remove_prefix(3);
  bool returns = source.find('\r') != std::string_view::npos;
  bool ended = !source.empty() && source.back() == '\n';
  if (!returns && ended) return source;
  storage.clear();
  storage.reserve(source.size() + 1);
  for (std::size_t i = 0; i < source.size(); ++i) {
    char c = source[i];
    if (c == '\r') {
      if (i + 1 < source.size() && source[i + 1] == '\n') ++i;
      c = '\n';
    }
    storage += c;
  }
  if (storage.empty() || storage.back() != '\n') storage += '\n';
  return storage;
}

Tokens tokenize(std::string_view text, Syntax syntax) { return Lexer(text, syntax).run(); }

TokenKind keyword_kind(std::string_view name) {
  if (name.size() < 2 || name.size() > 8 || static_cast<unsigned char>(name[0]) >= std::size(kKeywordsFrom)) {
    return Kind::Name;
  }
  for (std::size_t i = kKeywordsFrom[static_cast<std::size_t>(name[0])];
       i < std::size(kKeywords) && kKeywords[i][0] == name[0]; ++i) {
    if (kKeywords[i] == name) return static_cast<Kind>(static_cast<std::size_t>(Kind::False) + i);
  }
  return Kind::Name;
}

}  // namespace threadbook::python
