// Number and string tokens to values. Strings include f-strings, whose replacement fields are
// parsed here by a parser of their own, as in CPython 3.11 (before PEP 701), positions and error
// messages included.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "python/syntax/ast.h"
#include "python/syntax/lexer.h"
#include "python/syntax/syntax_error.h"

namespace threadbook::python {

// Reads the number token `text` into `node`. False when CPython would refuse it: a decimal integer
// of more than 4300 digits.
bool read_number(std::string_view text, ast::Constant& node, ast::Arena& arena);

// The character that a \\N{name} escape names, in any case, if it is one of the common few hundred
// that are known here.
std::optional<char32_t> unicode_character(std::string_view name);

// The number of digits of the decimal integer token `text`, without underscores.
std::size_t decimal_digits(std::string_view text);

// What is wrong. CPython reports most of it at the last token that its parser has seen.
struct StringProblem {
  std::string message;
  bool at_token = false;  // at `token`, the literal itself
  std::size_t token = 0;
  std::optional<SyntaxError> inner;  // an error inside a replacement field, complete
};

// The string literals in the tokens [first, last), which Python concatenates.
class StringLiterals {
 public:
  // With `diagnose` what is wrong is worked out in full; without, read() only fails.
  StringLiterals(const Tokens& tokens, ast::Arena& arena, unsigned depth, bool diagnose = false)
      : tokens_(tokens), arena_(arena), depth_(depth), diagnose_(diagnose) {}

  // A Constant or JoinedStr; nullptr when a literal is malformed (then problem() says how).
  ast::Expr* read(std::size_t first, std::size_t last);

  // Why read() failed.
  const std::optional<StringProblem>& problem() const { return problem_; }

 private:
  // One string token taken apart.
  struct Literal {
    bool bytes = false;
    bool raw = false;
    bool format = false;
    std::string_view token;  // all of it
    std::size_t start = 0;   // of the contents in `token`
    std::size_t end = 0;
  };

  // A JoinedStr being built: finished values, and the text since the last of them.
  struct Pieces {
    std::vector<ast::Expr*> values;
    std::string text;
  };

  bool wrong(std::string message);
  bool read_prefix(std::string_view token, Literal& literal);
  bool decode(std::string_view text, const Literal& literal, std::string& into);
  bool decode_escape(std::string_view text, std::size_t& at, const Literal& literal, std::string& into,
                     std::size_t output_position);
  bool format_string(const Literal& literal, std::size_t& at, std::size_t end, int level, Pieces& pieces);
  bool replacement_field(const Literal& literal, std::size_t& at, std::size_t end, int level, Pieces& pieces);
  bool skip_expression(std::string_view text, std::size_t& at, std::size_t end);
  ast::Expr* compile_expression(const Literal& literal, std::size_t start, std::size_t end);
  void flush(Pieces& pieces, const ast::Position& position);
  ast::Constant* string_constant(std::string_view text, const ast::Position& position);
  ast::JoinedStr* joined(Pieces& pieces, const ast::Position& position);

  const Tokens& tokens_;
  ast::Arena& arena_;
  unsigned depth_;
  bool diagnose_;
  ast::Position position_;       // of the whole concatenation; nearly all its nodes have it
  bool unicode_prefix_ = false;  // of the first literal; all its constants have it
  std::size_t token_ = 0;        // the literal being read
  std::optional<StringProblem> problem_;
};

}  // namespace threadbook::python
