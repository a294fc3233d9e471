#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

// A tuple, a group or a generator expression.
Expr* Parser::parenthesised() {
  Position start = here();
  advance();
  std::size_t mark = expressions_.size();
  if (!at(Kind::RightParen)) {
    if (at(Kind::Yield)) {
      Expr* value = yield();
      expect(Kind::RightParen);
      return value;
    }
    Expr* first = star_named_expression();
    if (at_comprehension() && !is<Starred>(first)) {
      auto generators = for_if_clauses();
      expect(Kind::RightParen);
      GeneratorExp* node = make<GeneratorExp>(start);
      node->elt = first;
      node->generators = generators;
      return node;
    }
    if (!at(Kind::Comma)) {
      if (is<Starred>(first)) fail();
      expect(Kind::RightParen);
      return first;
    }
    expressions_.push_back(first);
    while (accept(Kind::Comma)) {
      if (at(Kind::RightParen)) break;
      expressions_.push_back(star_named_expression());
    }
  }
  expect(Kind::RightParen);
  Tuple* node = make<Tuple>(start);
  node->ctx = ExprContext::Load;
  node->elts = take(mark);
  return node;
}

Expr* Parser::list_display() {
  Position start = here();
  advance();
  std::size_t mark = expressions_.size();
  while (!at(Kind::RightBracket)) {
    Expr* element = star_named_expression();
    if (expressions_.size() == mark && at_comprehension() && !is<Starred>(element)) {
      auto generators = for_if_clauses();
      expect(Kind::RightBracket);
      ListComp* node = make<ListComp>(start);
      node->elt = element;
      node->generators = generators;
      return node;
    }
    expressions_.push_back(element);
    if (!accept(Kind::Comma)) break;
  }
  expect(Kind::RightBracket);
  List* node = make<List>(start);
  node->ctx = ExprContext::Load;
  node->elts = take(mark);
  return node;
}

// A dict, a set or a comprehension of either.
Expr* Parser::brace_display() {
  Position start = here();
  advance();
  if (at(Kind::RightBrace) || at(Kind::DoubleStar)) return dict_display(start);
  std::size_t mark = expressions_.size();
  Position first_start = here();
  Expr* first = star_named_expression();
  if (at(Kind::Colon)) {
    if (is<Starred>(first) || bare_walrus(first, first_start)) fail();
    expressions_.push_back(first);
    return dict_display(start);
  }
  if (at_comprehension() && !is<Starred>(first)) {
    auto generators = for_if_clauses();
    expect(Kind::RightBrace);
    SetComp* node = make<SetComp>(start);
    node->elt = first;
    node->generators = generators;
    return node;
  }
  expressions_.push_back(first);
  while (accept(Kind::Comma)) {
    if (at(Kind::RightBrace)) break;
    expressions_.push_back(star_named_expression());
  }
  expect(Kind::RightBrace);
  Set* node = make<Set>(start);
  node->elts = take(mark);
  return node;
}

// The rest of a dict after `{`, or after its first key, which is then on the scratch stack.
Expr* Parser::dict_display(const Position& start) {
  bool have_key = at(Kind::Colon);
  std::size_t mark = expressions_.size() - (have_key ? 1 : 0);
  bool first = true;
  while (!at(Kind::RightBrace)) {
    if (!have_key && accept(Kind::DoubleStar)) {
      expressions_.push_back(nullptr);
      expressions_.push_back(bitwise_or());
    } else {
      if (!have_key) expressions_.push_back(expression());
      expect(Kind::Colon);
      Expr* value = expression();
      if (first && at_comprehension()) {
        Expr* key = expressions_.back();
        expressions_.pop_back();
        auto generators = for_if_clauses();
        expect(Kind::RightBrace);
        DictComp* node = make<DictComp>(start);
        node->key = key;
        node->value = value;
        node->generators = generators;
        return node;
      }
      expressions_.push_back(value);
    }
    have_key = first = false;
    if (!accept(Kind::Comma)) break;
  }
  expect(Kind::RightBrace);
  std::vector<Expr*> keys, values;
  for (std::size_t i = mark; i < expressions_.size(); i += 2) {
    keys.push_back(expressions_[i]);
    values.push_back(expressions_[i + 1]);
  }
  expressions_.resize(mark);
  Dict* node = make<Dict>(start);
  node->keys = arena_.list(keys);
  node->values = arena_.list(values);
  return node;
}

std::span<Comprehension*> Parser::for_if_clauses() {
  std::vector<Comprehension*> clauses;
  while (at_comprehension()) {
    Comprehension* clause = arena_.make<Comprehension>();
    clause->is_async = accept(Kind::Async);
    expect(Kind::For);
    clause->target = star_targets();
    expect(Kind::In);
    clause->iter = disjunction();
    std::size_t mark = expressions_.size();
    while (accept(Kind::If)) expressions_.push_back(disjunction());
    clause->ifs = take(mark);
    clauses.push_back(clause);
  }
  return arena_.list(clauses);
}

}  // namespace threadbook::python
