// Source text to syntax tree.
//
// Two parsers share the tokens of lexer.h. The one that runs on every program is a recursive-descent
// parser with a table of operator priorities: one pass, no backtracking over more than a few
// tokens, about a million lines a second. It only says yes or no. When it says no, the diagnosis
// (diagnosis.h) walks the same tokens with CPython's own grammar, its error rules included, to find
// the words and the carets that python3 would print; correct programs never pay for it.
//
// The depth of nesting is bounded (parentheses 200 as in CPython, every other nesting by a counter),
// so that hostile input ends in an error and not in a stack overflow; long chains of operators,
// calls and elifs are loops and have no limit.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "python/syntax/ast.h"
#include "python/syntax/syntax_error.h"

namespace threadbook::python {

enum class ParseMode : std::uint8_t {
  Exec,    // a file: any number of statements
  Eval,    // one expression
  Single,  // one interactive statement
};

struct ParseOptions {
  ParseMode mode = ParseMode::Exec;
};

// Exactly one of the three is set: `module` for Exec and Single, `expression` for Eval.
struct ParseResult {
  std::unique_ptr<ast::Module> module;
  std::unique_ptr<ast::Expression> expression;
  std::optional<SyntaxError> error;

  explicit operator bool() const { return !error; }
};

// Parses `source` (UTF-8; a byte-order mark and all line endings are accepted). `filename` is for
// messages only (and only one names it). Mirrors compile(source, filename, mode, PyCF_ONLY_AST): errors that CPython
// finds after parsing ('return' outside function, …) are found by check() in checks.h. Never throws for bad input; does
// not block.
ParseResult parse(std::string_view source, std::string_view filename, ParseOptions options = {});

}  // namespace threadbook::python
