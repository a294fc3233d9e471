// Source text to tokens.
//
// The whole text is lexed before it is parsed: tokens are 28 bytes, the parser may look at any of
// them again, and the second walk that looks for the words of an error needs them all anyway. The
// lexer stops at the first thing that is no token; whether that is the error to report depends on
// whether the parser would have got that far, so the error is kept beside the tokens.
// One pass, about 200 MB/s.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "python/syntax/token.h"

namespace threadbook::python {

// What the lexer has to say when it cannot go on. Offsets are bytes in the line, from 1; 0: none.
struct LexicalError {
  const char* type = "SyntaxError";
  std::string message;
  std::uint32_t lineno = 0;
  std::uint32_t offset = 0;
  std::uint32_t end_offset = 0;
  // CPython's tokenizer has two ways of failing: with the exception already made, which may replace
  // an error of the parser found earlier in the file, or with a mere code, which may not.
  bool immediate = true;
  bool at_end = false;  // only the end of the source was the trouble
};

struct OpenBracket {
  char character;
  std::uint32_t lineno;
  std::uint32_t col_offset;
};

// Which Python is understood. What 3.11 takes for malformed is tried once more as what has become syntax since:
// f-strings with anything in their braces (PEP 701), type parameters and `type` (PEP 695, 696), `except A, B:`
// (PEP 758). So malformed programs keep 3.11's errors.
enum class Syntax : std::uint8_t { Python311, Newer };

struct Tokens {
  std::string_view text;  // what was lexed; every line ends in '\n'
  Syntax syntax = Syntax::Python311;
  std::vector<Token> list;                 // ends in EndMarker, or in Error when `error` is set
  std::vector<std::uint32_t> line_starts;  // offset of each line's first byte
  std::vector<OpenBracket> open;           // brackets not closed where lexing ended
  std::optional<LexicalError> error;

  std::string_view spelling(const Token& token) const { return text.substr(token.start, token.end - token.start); }
  // Line `lineno` (from 1) without its newline; empty past the end.
  std::string_view line(std::uint32_t lineno) const;
};

// `source` as the lexer wants it: no byte-order mark, '\n' line endings, the last line ended.
// Returns `source` itself when nothing had to change, else a view of `storage`.
std::string_view normalise_source(std::string_view source, std::string& storage);

// The tokens of `text`, which must be normalised and outlive the result.
Tokens tokenize(std::string_view text, Syntax syntax = Syntax::Python311);

// The keyword kind of `name`, or Name.
TokenKind keyword_kind(std::string_view name);

}  // namespace threadbook::python
