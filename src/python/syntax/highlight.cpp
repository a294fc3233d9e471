#include "python/syntax/highlight.h"

#include <algorithm>
#include <iterator>

#include "python/syntax/lexer.h"

namespace threadbook::python {

namespace {

// dir(builtins) of CPython 3.11 without what begins with an underscore and without keywords;
// sorted.
// clang-format off
constexpr std::string_view kBuiltins[] = {
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BaseExceptionGroup",
    "BlockingIOError", "BrokenPipeError", "BufferError", "BytesWarning", "ChildProcessError",
    "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError",
    "ConnectionResetError", "DeprecationWarning", "EOFError", "Ellipsis", "EncodingWarning",
    "EnvironmentError", "Exception", "ExceptionGroup", "FileExistsError", "FileNotFoundError",
    "FloatingPointError", "FutureWarning", "GeneratorExit", "IOError", "ImportError",
    "ImportWarning", "IndentationError", "IndexError", "InterruptedError", "IsADirectoryError",
    "KeyError", "KeyboardInterrupt", "LookupError", "MemoryError", "ModuleNotFoundError",
    "NameError", "NotADirectoryError", "NotImplemented", "NotImplementedError", "OSError",
    "OverflowError", "PendingDeprecationWarning", "PermissionError", "ProcessLookupError",
    "RecursionError", "ReferenceError", "ResourceWarning", "RuntimeError", "RuntimeWarning",
    "StopAsyncIteration", "StopIteration", "SyntaxError", "SyntaxWarning", "SystemError",
    "SystemExit", "TabError", "TimeoutError", "TypeError", "UnboundLocalError",
    "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError", "UnicodeTranslateError",
    "UnicodeWarning", "UserWarning", "ValueError", "Warning", "ZeroDivisionError", "abs", "aiter",
    "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable",
    "chr", "classmethod", "compile", "complex", "copyright", "credits", "delattr", "dict", "dir",
    "divmod", "enumerate", "eval", "exec", "exit", "filter", "float", "format", "frozenset",
    "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance",
    "issubclass", "iter", "len", "license", "list", "locals", "map", "max", "memoryview", "min",
    "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range", "repr",
    "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum",
    "super", "tuple", "type", "vars", "zip"};
// clang-format on

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
bool is_newline(char c) { return c == '\n' || c == '\r'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { spans_.reserve(text.size() / 8); }

  std::vector<HighlightSpan> run() {
    scan(text_.size(), 0);
    return std::move(spans_);
  }

 private:
  using Class = HighlightClass;
  static constexpr int kMaximumNesting = 8;  // of f-strings in f-strings

  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  void span(std::size_t start, Class kind) {
    if (at_ <= start) return;
    auto end = static_cast<std::uint32_t>(at_);
    if (!spans_.empty() && spans_.back().end == start && spans_.back().kind == kind) {
      spans_.back().end = end;
    } else {
      spans_.push_back({static_cast<std::uint32_t>(start), end, kind});
    }
  }

  // Scans up to `end`, or inside a replacement field (`nesting` above 0) up to the character that
  // ends its expression.
  void scan(std::size_t end, int nesting) {
    int brackets = 0;
    bool first = nesting == 0;  // on a logical line
    std::string_view before;    // the previous name, while it matters
    while (at_ < end) {
      char c = text_[at_];
      if (is_newline(c)) {
        ++at_;
        first = nesting == 0 && brackets == 0;
        continue;
      }
      if (is_blank(c) || c == '\\') {
        ++at_;
        continue;
      }
      if (nesting > 0 && brackets == 0 && (c == '}' || c == ':' || (c == '!' && peek(1) != '='))) {
        return;
      }
      if (c == '#' && nesting == 0) {
        comment(end);
      } else if (c == '@' && first) {
        decorator(end);
      } else if (is_letter(c)) {
        before = name(end, nesting, first, before);
        first = false;
        continue;
      } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
        number(end);
      } else if (c == '"' || c == '\'') {
        string(at_, end, false, nesting);
      } else if (c == '(' || c == '[' || c == '{') {
        ++brackets;
        ++at_;
      } else if (c == ')' || c == ']' || c == '}') {
        brackets = std::max(0, brackets - 1);
        ++at_;
      } else if (c == ';') {
        ++at_;
        first = nesting == 0 && brackets == 0;
        before = {};
        continue;
      } else if (c == '.') {
        ++at_;
        before = ".";
        first = false;
        continue;
      } else {
        operators();
      }
      before = {};
      first = false;
    }
  }

  void comment(std::size_t end) {
    std::size_t start = at_;
    while (at_ < end && !is_newline(text_[at_])) ++at_;
    span(start, Class::Comment);
  }

  void decorator(std::size_t end) {
    std::size_t start = at_++;
    while (at_ < end && is_blank(text_[at_])) ++at_;
    while (at_ < end && (is_letter(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
    span(start, Class::Decorator);
  }

  std::string_view name(std::size_t end, int nesting, bool first, std::string_view before) {
    std::size_t start = at_;
    while (at_ < end && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
    std::string_view word = text_.substr(start, at_ - start);
    if (at_ < end && (peek() == '"' || peek() == '\'') && is_prefix(word)) {
      bool format = word.find_first_of("fF") != std::string_view::npos;
      string(start, end, format, nesting);
      return {};
    }
    if (before == ".") {
      // An attribute, whatever it is called.
    } else if (keyword_kind(word) != TokenKind::Name || (first && is_soft_keyword(word))) {
      span(start, Class::Keyword);
    } else if (before == "def" || before == "class") {
      span(start, Class::DefinitionName);
    } else if (is_builtin_name(word)) {
      // Not the name of a keyword argument.
      std::size_t next = at_;
      while (next < text_.size() && is_blank(text_[next])) ++next;
      bool assigned = next + 1 < text_.size() && text_[next] == '=' && text_[next + 1] != '=';
      if (!assigned) span(start, Class::BuiltinName);
    }
    return word;
  }

  static bool is_prefix(std::string_view word) {
    return word.size() <= 2 && word.find_first_not_of("rRbBuUfF") == std::string_view::npos;
  }

  // match and case begin a block: what follows is no operator, and the line ends in a colon.
  bool is_soft_keyword(std::string_view word) const {
    if (word != "match" && word != "case") return false;
    std::size_t next = at_;
    while (next < text_.size() && is_blank(text_[next])) ++next;
    if (next >= text_.size() || is_newline(text_[next])) return false;
    constexpr std::string_view kNot = "=.,):;+/%&|^<>!]}";
    if (kNot.find(text_[next]) != std::string_view::npos) return false;
    std::size_t stop = next;
    char last = 0;
    for (; stop < text_.size() && !is_newline(text_[stop]) && text_[stop] != '#'; ++stop) {
      if (!is_blank(text_[stop])) last = text_[stop];
      if (text_[stop] == ':' && word == "case") return true;
    }
    return last == ':' || last == '(' || last == '[' || last == '{' || last == ',';
  }

  void number(std::size_t end) {
    std::size_t start = at_;
    while (at_ < end) {
      char c = text_[at_];
      bool exponent_sign = (c == '+' || c == '-') && (text_[at_ - 1] | 0x20) == 'e' && at_ > start &&
                           is_digit(peek(1)) && !(at_ > start + 1 && (text_[start + 1] | 0x20) == 'x');
      if (!is_digit(c) && !is_letter(c) && c != '.' && !exponent_sign) break;
      ++at_;
    }
    span(start, Class::Number);
  }

  void operators() {
    std::size_t start = at_;
    constexpr std::string_view kOperators = "+-*/%@=<>!&|^~";
    while (at_ < text_.size() && kOperators.find(text_[at_]) != std::string_view::npos) ++at_;
    if (at_ > start) {
      span(start, Class::Operator);
    } else {
      ++at_;  // a comma, a colon, or what Python has no use for
    }
  }

  // A string whose prefix begins at `start`; its quote is under the cursor.
  void string(std::size_t start, std::size_t end, bool format, int nesting) {
    char quote = text_[at_];
    bool triple = at_ + 2 < end && text_[at_ + 1] == quote && text_[at_ + 2] == quote;
    std::size_t contents = at_ + (triple ? 3 : 1);
    std::size_t stop = contents;  // where the contents end
    std::size_t past = end;       // where the string does
    for (;; ++stop) {
      if (stop >= end || (!triple && is_newline(text_[stop]))) {
        past = stop = std::min(stop, end);
        break;
      }
      if (text_[stop] == '\\' && stop + 1 < end) {
        ++stop;
      } else if (text_[stop] == quote &&
                 (!triple || (stop + 2 < end && text_[stop + 1] == quote && text_[stop + 2] == quote))) {
        past = stop + (triple ? 3 : 1);
        break;
      }
    }
    if (!format || nesting >= kMaximumNesting) {
      at_ = past;
      span(start, Class::String);
      return;
    }
    at_ = contents;
    format_text(start, stop, nesting, 0);
    std::size_t tail = spans_.empty() ? start : std::max<std::size_t>(start, last_end_);
    at_ = past;
    span(tail, Class::String);
  }

  // The text of an f-string from `at_` to `stop`, with its replacement fields; `start` is where the
  // next span of text begins. At depth 1 it is a format spec, which a closing brace ends.
  void format_text(std::size_t start, std::size_t stop, int nesting, int depth) {
    while (at_ < stop) {
      char c = text_[at_];
      if (depth > 0 && c == '}') break;
      if (c == '{' && peek(1) == '{' && depth == 0 && at_ + 1 < stop) {
        at_ += 2;
        continue;
      }
      if (c != '{' || depth > 1) {
        ++at_;
        continue;
      }
      span(start, Class::String);
      std::size_t brace = at_++;
      span(brace, Class::Replacement);
      scan(stop, nesting + 1);
      if (at_ < stop && text_[at_] == '!') {
        std::size_t conversion = at_++;
        while (at_ < stop && is_letter(text_[at_])) ++at_;
        span(conversion, Class::Replacement);
      }
      if (at_ < stop && text_[at_] == ':') {
        std::size_t spec = at_++;
        format_text(spec, stop, nesting, depth + 1);
      }
      if (at_ < stop && text_[at_] == '}') {
        brace = at_++;
        span(brace, Class::Replacement);
      }
      start = at_;
    }
    span(start, Class::String);
    last_end_ = at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t last_end_ = 0;  // of the f-string text that format_text() just did
  std::vector<HighlightSpan> spans_;
};

}  // namespace

bool is_builtin_name(std::string_view name) {
  return std::binary_search(std::begin(kBuiltins), std::end(kBuiltins), name);
}

std::vector<HighlightSpan> highlight(std::string_view source) { return Scanner(source).run(); }

}  // namespace threadbook::python
