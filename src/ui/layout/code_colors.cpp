#include "ui/layout/code_colors.h"

#include <algorithm>
#include <iterator>

#include "ui/layout/utf8.h"

namespace threadbook::ui {
namespace {

constexpr std::string_view kKeywords[] = {
    "and",  "as",     "assert", "async", "await",  "break",  "class",    "continue", "def",    "del",   "elif",
    "else", "except", "finally", "for",  "from",   "global", "if",       "import",   "in",     "is",    "lambda",
    "nonlocal", "not", "or",    "pass",  "raise",  "return", "try",      "while",    "with",   "yield"};

constexpr std::string_view kBuiltins[] = {
    "False", "None",   "True",   "abs",   "all",    "any",     "ascii",  "bin",       "bool",    "bytearray", "bytes",
    "callable", "chr", "dict",   "dir",   "divmod", "enumerate", "filter", "float",   "format",  "frozenset", "getattr",
    "hasattr", "hash", "hex",    "id",    "input",  "int",     "isinstance", "issubclass", "iter", "len",    "list",
    "map",   "max",    "min",    "next",  "object", "oct",     "ord",    "pow",       "print",   "property",  "range",
    "repr",  "reversed", "round", "set",  "setattr", "slice",  "sorted", "staticmethod", "str",  "sum",       "super",
    "tuple", "type",   "vars",   "zip",   "BaseException", "Exception", "ValueError", "TypeError", "RuntimeError",
    "KeyError", "IndexError", "AttributeError", "NameError", "ZeroDivisionError", "StopIteration", "SystemExit",
    "KeyboardInterrupt", "TimeoutError", "OSError", "NotImplementedError", "AssertionError", "ImportError"};

bool is_name_start(char32_t c) { return c == U'_' || (c | 32) - U'a' < 26 || c >= 0x80; }
bool is_digit(char32_t c) { return c - U'0' < 10; }
bool is_name(char32_t c) { return is_name_start(c) || is_digit(c); }

bool is_string_prefix(std::string_view word) {
  if (word.empty() || word.size() > 2) return false;
  return std::all_of(word.begin(), word.end(), [](char c) {
    const char low = static_cast<char>(c | 32);
    return low == 'f' || low == 'r' || low == 'b' || low == 'u';
  });
}

class Colorist {
 public:
  explicit Colorist(std::string_view source) : source_(source) {}

  std::vector<CodeLine> run() {
    lines_.emplace_back();
    while (at_ < source_.size()) step();
    return std::move(lines_);
  }

 private:
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? static_cast<unsigned char>(source_[at_ + ahead]) : 0;
  }

  // Puts source_[at_, end) into lines, in one role.
  void emit(std::size_t end, CodeRole role) {
    while (at_ < end) {
      const char32_t c = next_code_point(source_, last_ = at_);
      if (c == U'\n') {
        lines_.emplace_back();
        column_ = 0;
      } else if (c == U'\t') {
        const std::size_t blanks = 4 - column_ % 4;
        put(role, std::string(blanks, ' '), blanks);
      } else if (c >= 0x20) {
        put(role, source_.substr(at_, last_ - at_), 1);
      }
      at_ = last_;
    }
  }

  void put(CodeRole role, std::string_view text, std::size_t columns) {
    CodeLine& line = lines_.back();
    if (line.empty() || line.back().role != role) line.push_back({role, column_, {}});
    line.back().text += text;
    column_ += columns;
  }

  void step() {
    const char32_t c = peek();
    if (c == U' ' || c == U'\n' || c == U'\t' || c == U'\r') {
      emit(at_ + 1, CodeRole::Plain);
    } else if (c == U'#') {
      emit(std::min(source_.find('\n', at_), source_.size()), CodeRole::Comment);
    } else if (c == U'"' || c == U'\'') {
      emit(string_end(at_), CodeRole::String);
    } else if (is_digit(c) || (c == U'.' && is_digit(peek(1)))) {
      number();
    } else if (is_name_start(c)) {
      word();
    } else if (c == U'@' && at_line_start()) {
      std::size_t end = at_ + 1;
      while (end < source_.size() && (is_name(static_cast<unsigned char>(source_[end])) || source_[end] == '.')) ++end;
      emit(end, CodeRole::Definition);
    } else {
      emit(at_ + 1, CodeRole::Punctuation);
    }
    if (c != U' ' && c != U'\t') after_dot_ = c == U'.';
  }

  bool at_line_start() const {
    std::size_t i = at_;
    while (i > 0 && (source_[i - 1] == ' ' || source_[i - 1] == '\t')) --i;
    return i == 0 || source_[i - 1] == '\n';
  }

  void number() {
    std::size_t end = at_;
    while (end < source_.size()) {
      const char c = source_[end];
      const bool sign = (c == '+' || c == '-') && end > at_ && (source_[end - 1] | 32) == 'e' &&
                        !(end > at_ + 1 && (source_[at_ + 1] | 32) == 'x');
      if (!is_name(static_cast<unsigned char>(c)) && c != '.' && !sign) break;
      ++end;
    }
    emit(end, CodeRole::Number);
  }

  void word() {
    std::size_t end = at_;
    while (end < source_.size() && is_name(static_cast<unsigned char>(source_[end]))) ++end;
    const std::string_view word = source_.substr(at_, end - at_);
    if (end < source_.size() && (source_[end] == '"' || source_[end] == '\'') && is_string_prefix(word)) {
      const bool formatted = word.find_first_of("fF") != std::string_view::npos;
      const std::size_t close = string_end(end);
      if (formatted) {
        format_string(end, close);
      } else {
        emit(close, CodeRole::String);
      }
      return;
    }
    CodeRole role = CodeRole::Plain;
    if (expects_name_) {
      role = CodeRole::Definition;
    } else if (!after_dot_ && std::find(std::begin(kKeywords), std::end(kKeywords), word) != std::end(kKeywords)) {
      role = CodeRole::Keyword;
    } else if (!after_dot_ && std::find(std::begin(kBuiltins), std::end(kBuiltins), word) != std::end(kBuiltins)) {
      role = CodeRole::Builtin;
    }
    expects_name_ = role == CodeRole::Keyword && (word == "def" || word == "class");
    emit(end, role);
  }

  // Behind the closing quote of the string whose opening quote is at `quote`, or where an open one ends.
  std::size_t string_end(std::size_t quote) const {
    const char q = source_[quote];
    const bool triple = source_.substr(quote, 3) == std::string(3, q);
    std::size_t i = quote + (triple ? 3 : 1);
    while (i < source_.size()) {
      if (source_[i] == '\\' && i + 1 < source_.size()) {
        i += 2;
      } else if (triple && source_.substr(i, 3) == std::string(3, q)) {
        return i + 3;
      } else if (!triple && source_[i] == q) {
        return i + 1;
      } else if (!triple && source_[i] == '\n') {
        return i;
      } else {
        ++i;
      }
    }
    return source_.size();
  }

  // The letters of an f-string are string, what stands in braces is code.
  void format_string(std::size_t quote, std::size_t close) {
    const char q = source_[quote];
    std::size_t i = quote;
    while (i < close) {
      if (source_[i] == '{' && i + 1 < close && source_[i + 1] == '{') {
        i += 2;
      } else if (source_[i] == '{') {
        emit(i, CodeRole::String);
        std::size_t depth = 0, end = i;
        std::size_t spec = std::string_view::npos;
        for (; end < close && source_[end] != q && source_[end] != '\n'; ++end) {
          const char c = source_[end];
          if (c == '{' || c == '(' || c == '[') ++depth;
          if ((c == '}' || c == ')' || c == ']') && --depth == 0) break;
          if (c == ':' && depth == 1 && spec == std::string_view::npos) spec = end;
        }
        emit(i + 1, CodeRole::Punctuation);
        const std::size_t code_end = std::min(spec == std::string_view::npos ? end : spec, close);
        while (at_ < code_end) step();
        emit(end, CodeRole::String);
        if (end < close && source_[end] == '}') emit(end + 1, CodeRole::Punctuation);
        i = std::max(at_, i + 1);
      } else {
        ++i;
      }
    }
    emit(close, CodeRole::String);
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::size_t last_ = 0;
  std::size_t column_ = 0;
  bool expects_name_ = false;
  bool after_dot_ = false;
  std::vector<CodeLine> lines_;
};

}  // namespace

std::vector<CodeLine> color_python(std::string_view source) { return Colorist(source).run(); }

}  // namespace threadbook::ui
