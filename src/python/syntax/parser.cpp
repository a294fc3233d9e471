#include "python/syntax/parser.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>

#include "python/syntax/diagnosis.h"
#include "python/syntax/lexer.h"
#include "python/syntax/parser_state.h"
#include "python/syntax/utf8.h"

namespace threadbook::python {

using namespace ast;

void Parser::advance() {
  if (at_ + 1 >= tokens_.list.size()) {
    if (at(Kind::EndMarker)) return;
    fail();
  }
  switch (kind()) {
    case Kind::Newline:
    case Kind::Indent:
    case Kind::Dedent: break;
    default: last_ = at_;
  }
  ++at_;
}

std::string_view Parser::name() {
  if (!at(Kind::Name)) fail();
  std::string_view spelling = tokens_.spelling(token());
  advance();
  return arena_.intern(spelling);
}

std::span<Expr*> Parser::take(std::size_t mark) {
  auto list = arena_.list(std::span<Expr* const>(expressions_).subspan(mark));
  expressions_.resize(mark);
  return list;
}

Expr* Parser::parse_part(std::size_t index, Part part) {
  at_ = index;
  last_ = index;
  expressions_.clear();
  try {
    switch (part) {
      case Part::StarExpressions: return star_expressions();
      case Part::Expression: return expression();
      case Part::BitwiseOr: return bitwise_or();
      case Part::Disjunction: return disjunction();
      case Part::Named: return named_expression();
      case Part::Starred: return starred_expression();
      case Part::Yield: return yield();
    }
  } catch (const Failure&) {
  } catch (const TooDeep&) {
  }
  return nullptr;
}

std::optional<Parser::CallArguments> Parser::parse_arguments() {
  try {
    return arguments();
  } catch (const Failure&) {
  } catch (const TooDeep&) {
  }
  return std::nullopt;
}

namespace {

// Where `source` stops being UTF-8; npos if it does not. A surrogate is none.
std::size_t first_invalid_utf8(std::string_view source) {
  for (std::size_t i = 0; i < source.size();) {
    if (static_cast<unsigned char>(source[i]) < 0x80) {
      ++i;
      continue;
    }
    auto [character, length] = decode_utf8(source, i);
    bool surrogate = character >= 0xd800 && character < 0xe000;
    if (length == 1 || surrogate) return i;
    i += length;
  }
  return std::string_view::npos;
}

std::uint32_t line_of(std::string_view source, std::size_t offset) {
  return 1 + static_cast<std::uint32_t>(
                 std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

GrammarStart grammar_start(ParseMode mode) {
  switch (mode) {
    case ParseMode::Eval: return GrammarStart::Eval;
    case ParseMode::Single: return GrammarStart::Interactive;
    default: return GrammarStart::File;
  }
}

// Throws Parser::Failure and Parser::TooDeep.
void parse_tokens(const Tokens& tokens, ParseMode mode, ParseResult& result) {
  if (mode == ParseMode::Eval) {
    auto root = std::make_unique<Expression>();
    root->body = Parser(tokens, root->owned).eval();
    result.expression = std::move(root);
  } else {
    auto root = std::make_unique<Module>();
    Parser parser(tokens, root->owned);
    root->body = mode == ParseMode::Single ? parser.interactive() : parser.file();
    result.module = std::move(root);
  }
}

}  // namespace

ParseResult parse(std::string_view source, std::string_view filename, ParseOptions options) {
  ParseResult result;
  if (std::size_t null = source.find('\0'); null != std::string_view::npos) {
    SyntaxError error;
    error.message = "source code cannot contain null bytes";
    std::string_view before = source.substr(0, null);
    error.lineno = error.end_lineno = line_of(source, null);
    error.text = before.substr(before.rfind('\n') + 1);
    result.error = std::move(error);
    return result;
  }
  if (std::size_t invalid = first_invalid_utf8(source); invalid != std::string_view::npos) {
    char code[8];
    std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned char>(source[invalid]));
    SyntaxError error;
    error.message = std::string("Non-UTF-8 code starting with '") + code + "' in file " + std::string(filename) +
                    " on line " + std::to_string(line_of(source, invalid)) +
                    ", but no encoding declared; see https://peps.python.org/pep-0263/ for details";
    result.error = std::move(error);
    return result;
  }
  std::string storage;
  std::string_view text = normalise_source(source, storage);
  Tokens tokens = tokenize(text);
  try {
    try {
      parse_tokens(tokens, options.mode, result);
    } catch (const Parser::Failure&) {
      try {
        parse_tokens(tokenize(text, Syntax::Newer), options.mode, result);
      } catch (const Parser::Failure&) {
        result.error = diagnose(tokens, grammar_start(options.mode));
      }
    }
  } catch (const Parser::TooDeep&) {
    SyntaxError error;
    error.type = "RecursionError";
    error.message = "maximum recursion depth exceeded during compilation";
    result.error = std::move(error);
  }
  return result;
}

}  // namespace threadbook::python
