#include "python/syntax/parser.h"

#include <algorithm>
#include <string>
#include <utility>

#include "python/syntax/diagnosis.h"
#include "python/syntax/lexer.h"
#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

void Parser::advance() {
  if (at_ + 1 >= tokens_.list.size()) {
    if (at(Kind::EndMarker)) return;
    fail();
  }
  switch (kind()) {
    case Kind::Newline: case Kind::Indent: case Kind::Dedent: break;
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
      case Part::BitwiseOr: return operators(5);
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

ParseResult parse(std::string_view source, std::string_view, ParseOptions options) {
  ParseResult result;
  if (std::size_t null = source.find('\0'); null != std::string_view::npos) {
    SyntaxError error;
    error.message = "source code cannot contain null bytes";
    std::string_view before = source.substr(0, null);
    error.lineno = error.end_lineno =
        1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    error.text = before.substr(before.rfind('\n') + 1);
    result.error = std::move(error);
    return result;
  }
  std::string storage;
  std::string_view text = normalise_source(source, storage);
  Tokens tokens = tokenize(text);
  GrammarStart start = GrammarStart::File;
  try {
    if (options.mode == ParseMode::Eval) {
      start = GrammarStart::Eval;
      auto root = std::make_unique<Expression>();
      Parser parser(tokens, root->owned);
      root->body = parser.eval();
      result.expression = std::move(root);
    } else {
      bool single = options.mode == ParseMode::Single;
      if (single) start = GrammarStart::Interactive;
      auto root = std::make_unique<Module>();
      Parser parser(tokens, root->owned);
      root->body = single ? parser.interactive() : parser.file();
      result.module = std::move(root);
    }
  } catch (const Parser::Failure&) {
    result.error = diagnose(tokens, start);
  } catch (const Parser::TooDeep&) {
    SyntaxError error;
    error.type = "RecursionError";
    error.message = "maximum recursion depth exceeded during compilation";
    result.error = std::move(error);
  }
  return result;
}

}  // namespace threadbook::python
