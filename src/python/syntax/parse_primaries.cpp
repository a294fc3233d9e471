#include "python/syntax/literals.h"
#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

Expr* Parser::primary() {
  Position start = here();
  Expr* value = atom();
  while (true) {
    switch (kind()) {
      case Kind::Dot: {
        advance();
        std::string_view attribute = name();
        Attribute* node = make<Attribute>(start);
        node->ctx = ExprContext::Load;
        node->value = value;
        node->attr = attribute;
        value = node;
        break;
      }
      case Kind::LeftParen: value = call(value, start); break;
      case Kind::LeftBracket: value = subscript(value, start); break;
      default: return value;
    }
  }
}

Expr* Parser::call(Expr* function, const Position& start) {
  Position open = here();
  advance();
  CallArguments arguments = this->arguments();
  expect(Kind::RightParen);
  // A generator expression that is the only argument owns the call's parentheses.
  if (arguments.bare_generator) finish(arguments.bare_generator, open);
  Call* node = make<Call>(start);
  node->func = function;
  node->args = arguments.args;
  node->keywords = arguments.keywords;
  return node;
}

Parser::CallArguments Parser::arguments() {
  std::size_t mark = expressions_.size();
  std::vector<Keyword*> keywords;
  bool unpacked = false;
  while (!at(Kind::RightParen) && !at(Kind::EndMarker)) {
    argument(keywords, unpacked);
    if (at_comprehension()) {
      // Only as the one and only argument.
      if (expressions_.size() != mark + 1 || !keywords.empty() || is<Starred>(expressions_[mark])) {
        fail();
      }
      GeneratorExp* node = make<GeneratorExp>({});
      node->elt = expressions_[mark];
      node->generators = for_if_clauses();
      if (!at(Kind::RightParen)) fail();
      expressions_[mark] = node;
      return {take(mark), {}, node};
    }
    if (!accept(Kind::Comma)) break;
  }
  return {take(mark), arena_.list(keywords), nullptr};
}

// One argument of a call: an expression on the scratch stack, or a keyword.
void Parser::argument(std::vector<Keyword*>& keywords, bool& unpacked) {
  Position start = here();
  if (at(Kind::Star)) {
    if (unpacked) fail();
    expressions_.push_back(starred_expression());
    return;
  }
  if (at(Kind::DoubleStar) || (at(Kind::Name) && kind_ahead(1) == Kind::Equal)) {
    std::string_view keyword_name;
    if (accept(Kind::DoubleStar)) {
      unpacked = true;
    } else {
      keyword_name = name();
      advance();
    }
    Expr* value = expression();
    if (at_comprehension()) fail();
    Keyword* keyword = arena_.make<Keyword>();
    finish(keyword, start);
    keyword->arg = keyword_name;
    keyword->value = value;
    keywords.push_back(keyword);
    return;
  }
  if (!keywords.empty()) fail();
  expressions_.push_back(named_expression());
}

// `*expression`, as calls and subscripts have it.
Expr* Parser::starred_expression() {
  Position start = here();
  expect(Kind::Star);
  Expr* value = expression();
  Starred* node = make<Starred>(start);
  node->ctx = ExprContext::Load;
  node->value = value;
  return node;
}

Expr* Parser::subscript(Expr* value, const Position& start) {
  advance();
  Position first = here();
  auto item = [&] { return at(Kind::Star) ? starred_expression() : slice(); };
  Expr* index = item();
  if (is<Starred>(index) || at(Kind::Comma)) {
    std::size_t mark = expressions_.size();
    expressions_.push_back(index);
    while (accept(Kind::Comma)) {
      if (at(Kind::RightBracket)) break;
      expressions_.push_back(item());
    }
    Tuple* tuple = make<Tuple>(first);
    tuple->ctx = ExprContext::Load;
    tuple->elts = take(mark);
    index = tuple;
  }
  expect(Kind::RightBracket);
  Subscript* node = make<Subscript>(start);
  node->ctx = ExprContext::Load;
  node->value = value;
  node->slice = index;
  return node;
}

Expr* Parser::slice() {
  Position start = here();
  Expr* lower = at(Kind::Colon) ? nullptr : named_expression();
  if (!at(Kind::Colon)) return lower;
  if (bare_walrus(lower, start)) fail();
  advance();
  auto absent = [&] { return at(Kind::Colon) || at(Kind::Comma) || at(Kind::RightBracket); };
  Expr* upper = absent() ? nullptr : expression();
  Expr* step = nullptr;
  if (accept(Kind::Colon) && !absent()) step = expression();
  Slice* node = make<Slice>(start);
  node->lower = lower;
  node->upper = upper;
  node->step = step;
  return node;
}

Expr* Parser::atom() {
  Position start = here();
  auto constant = [&](Constant::Type type) {
    advance();
    Constant* node = make<Constant>(start);
    node->type = type;
    return node;
  };
  switch (kind()) {
    case Kind::Name: {
      std::string_view id = name();
      Name* node = make<Name>(start);
      node->ctx = ExprContext::Load;
      node->id = id;
      return node;
    }
    case Kind::Number: return number();
    case Kind::String: return strings();
    case Kind::LeftParen: return parenthesised();
    case Kind::LeftBracket: return list_display();
    case Kind::LeftBrace: return brace_display();
    case Kind::True: return constant(Constant::Type::True);
    case Kind::False: return constant(Constant::Type::False);
    case Kind::None: return constant(Constant::Type::None);
    case Kind::Ellipsis: return constant(Constant::Type::Ellipsis);
    default: fail();
  }
}

Expr* Parser::number() {
  Position start = here();
  std::string_view text = tokens_.spelling(token());
  advance();
  Constant* node = make<Constant>(start);
  if (!read_number(text, *node, arena_)) fail();
  return node;
}

Expr* Parser::strings() {
  std::size_t first = at_;
  while (at(Kind::String)) advance();
  StringLiterals literals(tokens_, arena_, depth_);
  Expr* node = literals.read(first, at_);
  if (!node) fail();
  return node;
}

}  // namespace threadbook::python
