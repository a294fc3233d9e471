#include <string>
#include <utility>

#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

namespace {

bool is_augmented(TokenKind kind, Operator& op) {
  using enum TokenKind;
  switch (kind) {
    case PlusEqual: op = Operator::Add; return true;
    case MinusEqual: op = Operator::Sub; return true;
    case StarEqual: op = Operator::Mult; return true;
    case SlashEqual: op = Operator::Div; return true;
    case PercentEqual: op = Operator::Mod; return true;
    case AmpersandEqual: op = Operator::BitAnd; return true;
    case VerticalBarEqual: op = Operator::BitOr; return true;
    case CircumflexEqual: op = Operator::BitXor; return true;
    case LeftShiftEqual: op = Operator::LShift; return true;
    case RightShiftEqual: op = Operator::RShift; return true;
    case DoubleStarEqual: op = Operator::Pow; return true;
    case DoubleSlashEqual: op = Operator::FloorDiv; return true;
    case AtEqual: op = Operator::MatMult; return true;
    default: return false;
  }
}

}  // namespace

std::span<Stmt*> Parser::file() {
  auto body = statements_until(Kind::EndMarker);
  expect(Kind::EndMarker);
  return body;
}

std::span<Stmt*> Parser::interactive() {
  std::size_t mark = statements_.size();
  if (at(Kind::Newline)) {
    Pass* node = make<Pass>(here());
    statements_.push_back(node);
  } else {
    statement();
  }
  return take_statements(mark);
}

Expr* Parser::eval() {
  Position start = here();
  Expr* value = expression();
  if (at(Kind::Comma)) {
    std::size_t mark = expressions_.size();
    expressions_.push_back(value);
    while (accept(Kind::Comma)) {
      if (at(Kind::Newline) || at(Kind::EndMarker)) break;
      expressions_.push_back(expression());
    }
    Tuple* tuple = make<Tuple>(start);
    tuple->ctx = ExprContext::Load;
    tuple->elts = take(mark);
    value = tuple;
  }
  while (accept(Kind::Newline)) {
  }
  expect(Kind::EndMarker);
  return value;
}

std::span<Stmt*> Parser::statements_until(Kind end) {
  std::size_t mark = statements_.size();
  while (!at(end)) statement();
  return take_statements(mark);
}

std::span<Stmt*> Parser::take_statements(std::size_t mark) {
  auto list = arena_.list(std::span<Stmt* const>(statements_).subspan(mark));
  statements_.resize(mark);
  return list;
}

void Parser::statement() {
  if (Stmt* compound = compound_statement()) {
    statements_.push_back(compound);
  } else {
    simple_statements();
  }
}

void Parser::simple_statements() {
  do {
    statements_.push_back(simple_statement());
  } while (accept(Kind::Semicolon) && !at(Kind::Newline));
  expect(Kind::Newline);
}

Stmt* Parser::simple_statement() {
  Position start = here();
  switch (kind()) {
    case Kind::Return: {
      advance();
      Expr* value = at(Kind::Newline) || at(Kind::Semicolon) ? nullptr : star_expressions();
      Return* node = make<Return>(start);
      node->value = value;
      return node;
    }
    case Kind::Import: return import_statement();
    case Kind::From: return import_from_statement();
    case Kind::Raise: {
      advance();
      Expr* exc = nullptr;
      Expr* cause = nullptr;
      if (!at(Kind::Newline) && !at(Kind::Semicolon)) {
        exc = expression();
        if (accept(Kind::From)) cause = expression();
      }
      Raise* node = make<Raise>(start);
      node->exc = exc;
      node->cause = cause;
      return node;
    }
    case Kind::Pass: advance(); return make<Pass>(start);
    case Kind::Break: advance(); return make<Break>(start);
    case Kind::Continue: advance(); return make<Continue>(start);
    case Kind::Del: return delete_statement();
    case Kind::Assert: {
      advance();
      Expr* test = expression();
      Expr* message = accept(Kind::Comma) ? expression() : nullptr;
      Assert* node = make<Assert>(start);
      node->test = test;
      node->msg = message;
      return node;
    }
    case Kind::Global:
    case Kind::Nonlocal: return names_statement();
    case Kind::Name: return at_type_statement() ? type_statement() : expression_statement();
    default: return expression_statement();
  }
}

// An expression, an assignment of any kind, or an annotation.
Stmt* Parser::expression_statement() {
  Position start = here();
  std::size_t first = at_;
  auto right_side = [&] { return at(Kind::Yield) ? yield() : star_expressions(); };
  Expr* left = right_side();
  if (at(Kind::Colon)) return annotated_assignment(start, first, left);
  Operator op{};
  if (is_augmented(kind(), op)) {
    if (!is<Name>(left) && !is<Attribute>(left) && !is<Subscript>(left)) fail();
    set_target(left, ExprContext::Store);
    advance();
    Expr* value = right_side();
    AugAssign* node = make<AugAssign>(start);
    node->target = left;
    node->op = op;
    node->value = value;
    return node;
  }
  if (at(Kind::Equal)) {
    std::size_t mark = expressions_.size();
    while (accept(Kind::Equal)) {
      set_target(left, ExprContext::Store);
      expressions_.push_back(left);
      left = right_side();
    }
    auto targets = take(mark);
    Assign* node = make<Assign>(start);
    node->targets = targets;
    node->value = left;
    return node;
  }
  ExprStmt* node = make<ExprStmt>(start);
  node->value = left;
  return node;
}

Stmt* Parser::annotated_assignment(const Position& start, std::size_t first, Expr* target) {
  if (!is<Name>(target) && !is<Attribute>(target) && !is<Subscript>(target)) fail();
  bool simple = is<Name>(target) && tokens_.list[first].kind == Kind::Name;
  set_target(target, ExprContext::Store);
  advance();
  Expr* annotation = expression();
  Expr* value = nullptr;
  if (accept(Kind::Equal)) value = at(Kind::Yield) ? yield() : star_expressions();
  AnnAssign* node = make<AnnAssign>(start);
  node->target = target;
  node->annotation = annotation;
  node->value = value;
  node->simple = simple;
  return node;
}

Stmt* Parser::delete_statement() {
  Position start = here();
  advance();
  std::size_t mark = expressions_.size();
  do {
    if (at(Kind::Newline) || at(Kind::Semicolon)) break;
    Expr* target = primary();
    set_target(target, ExprContext::Del);
    expressions_.push_back(target);
  } while (accept(Kind::Comma));
  if (expressions_.size() == mark || (!at(Kind::Newline) && !at(Kind::Semicolon))) fail();
  Delete* node = make<Delete>(start);
  node->targets = take(mark);
  return node;
}

std::string_view Parser::dotted_name() {
  std::string_view first = name();
  if (!at(Kind::Dot)) return first;
  std::string whole(first);
  while (accept(Kind::Dot)) {
    whole += '.';
    whole += name();
  }
  return arena_.intern(whole);
}

Stmt* Parser::import_statement() {
  Position start = here();
  advance();
  std::vector<Alias*> names;
  do {
    Position position = here();
    Alias* alias = arena_.make<Alias>();
    alias->name = dotted_name();
    if (accept(Kind::As)) alias->asname = name();
    finish(alias, position);
    names.push_back(alias);
  } while (accept(Kind::Comma));
  Import* node = make<Import>(start);
  node->names = arena_.list(names);
  return node;
}

Stmt* Parser::import_from_statement() {
  Position start = here();
  advance();
  int level = 0;
  while (at(Kind::Dot) || at(Kind::Ellipsis)) {
    level += at(Kind::Dot) ? 1 : 3;
    advance();
  }
  std::string_view module;
  if (level == 0 || !at(Kind::Import)) module = dotted_name();
  expect(Kind::Import);
  std::vector<Alias*> names;
  Position position = here();
  if (accept(Kind::Star)) {
    Alias* alias = arena_.make<Alias>();
    alias->name = arena_.intern("*");
    finish(alias, position);
    names.push_back(alias);
  } else {
    bool parenthesised = accept(Kind::LeftParen);
    do {
      if (parenthesised && !names.empty() && at(Kind::RightParen)) break;
      position = here();
      Alias* alias = arena_.make<Alias>();
      alias->name = name();
      if (accept(Kind::As)) alias->asname = name();
      finish(alias, position);
      names.push_back(alias);
    } while (accept(Kind::Comma));
    if (parenthesised) expect(Kind::RightParen);
  }
  ImportFrom* node = make<ImportFrom>(start);
  node->module = module;
  node->names = arena_.list(names);
  node->level = level;
  return node;
}

Stmt* Parser::names_statement() {
  Position start = here();
  bool global = at(Kind::Global);
  advance();
  std::vector<std::string_view> names;
  do {
    names.push_back(name());
  } while (accept(Kind::Comma));
  if (global) {
    Global* node = make<Global>(start);
    node->names = arena_.list(names);
    return node;
  }
  Nonlocal* node = make<Nonlocal>(start);
  node->names = arena_.list(names);
  return node;
}

}  // namespace threadbook::python
