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
    case Kind::Global: case Kind::Nonlocal: return names_statement();
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

// ---- compound statements -----------------------------------------------------------------------

Stmt* Parser::compound_statement() {
  switch (kind()) {
    case Kind::If: return if_statement();
    case Kind::Def: return function_definition(here(), {}, false);
    case Kind::Class: return class_definition({});
    case Kind::For: return for_statement(here(), false);
    case Kind::While: return while_statement();
    case Kind::With: return with_statement(here(), false);
    case Kind::Try: return try_statement();
    case Kind::At: return decorated();
    case Kind::Async: return async_statement({}, false);
    case Kind::Name: return at_match_statement() ? match_statement() : nullptr;
    default: return nullptr;
  }
}

Stmt* Parser::decorated() {
  std::size_t mark = expressions_.size();
  while (accept(Kind::At)) {
    expressions_.push_back(named_expression());
    expect(Kind::Newline);
  }
  auto decorators = take(mark);
  switch (kind()) {
    case Kind::Def: return function_definition(here(), decorators, false);
    case Kind::Class: return class_definition(decorators);
    case Kind::Async: return async_statement(decorators, true);
    default: fail();
  }
}

Stmt* Parser::async_statement(std::span<Expr*> decorators, bool decorated) {
  Position start = here();
  advance();
  if (at(Kind::Def)) return function_definition(start, decorators, true);
  if (decorated) fail();
  if (at(Kind::For)) return for_statement(start, true);
  if (at(Kind::With)) return with_statement(start, true);
  fail();
}

Stmt* Parser::function_definition(const Position& start, std::span<Expr*> decorators,
                                  bool is_async) {
  advance();
  std::string_view function_name = name();
  expect(Kind::LeftParen);
  Arguments* arguments = parameters(Kind::RightParen, true);
  expect(Kind::RightParen);
  Expr* returns = accept(Kind::Arrow) ? expression() : nullptr;
  auto body = block();
  auto fill = [&](auto* node) {
    node->name = function_name;
    node->args = arguments;
    node->body = body;
    node->decorator_list = decorators;
    node->returns = returns;
    return node;
  };
  if (is_async) return fill(make<AsyncFunctionDef>(start));
  return fill(make<FunctionDef>(start));
}

Stmt* Parser::class_definition(std::span<Expr*> decorators) {
  Position start = here();
  advance();
  std::string_view class_name = name();
  CallArguments bases{};
  if (accept(Kind::LeftParen)) {
    bases = arguments();
    if (bases.bare_generator) fail();
    expect(Kind::RightParen);
  }
  auto body = block();
  ClassDef* node = make<ClassDef>(start);
  node->name = class_name;
  node->bases = bases.args;
  node->keywords = bases.keywords;
  node->body = body;
  node->decorator_list = decorators;
  return node;
}

// A block with its colon.
std::span<Stmt*> Parser::block() {
  expect(Kind::Colon);
  if (!accept(Kind::Newline)) {
    std::size_t mark = statements_.size();
    simple_statements();
    return take_statements(mark);
  }
  expect(Kind::Indent);
  auto body = statements_until(Kind::Dedent);
  advance();
  return body;
}

std::span<Stmt*> Parser::else_block() {
  return accept(Kind::Else) ? block() : std::span<Stmt*>{};
}

// The elifs are gathered and then nested from the last, so that a long chain is no recursion.
Stmt* Parser::if_statement() {
  struct Branch {
    Position start;
    Expr* test;
    std::span<Stmt*> body;
  };
  std::vector<Branch> branches;
  do {
    Position start = here();
    advance();
    Expr* test = named_expression();
    branches.push_back({start, test, block()});
  } while (at(Kind::Elif));
  auto orelse = else_block();
  for (std::size_t i = branches.size(); i-- > 0;) {
    If* node = make<If>(branches[i].start);
    node->test = branches[i].test;
    node->body = branches[i].body;
    node->orelse = orelse;
    if (i == 0) return node;
    Stmt* inner = node;
    orelse = arena_.list(std::span<Stmt* const>(&inner, 1));
  }
  fail();
}

Stmt* Parser::while_statement() {
  Position start = here();
  advance();
  Expr* test = named_expression();
  auto body = block();
  auto orelse = else_block();
  While* node = make<While>(start);
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return node;
}

Stmt* Parser::for_statement(const Position& start, bool is_async) {
  advance();
  Expr* target = star_targets();
  expect(Kind::In);
  Expr* iterable = star_expressions();
  auto body = block();
  auto orelse = else_block();
  auto fill = [&](auto* node) {
    node->target = target;
    node->iter = iterable;
    node->body = body;
    node->orelse = orelse;
    return node;
  };
  if (is_async) return fill(make<AsyncFor>(start));
  return fill(make<For>(start));
}

Stmt* Parser::with_statement(const Position& start, bool is_async) {
  advance();
  std::vector<WithItem*> items;
  if (!at(Kind::LeftParen) || !parenthesised_with_items(items)) {
    do {
      items.push_back(with_item());
    } while (accept(Kind::Comma));
  }
  auto body = block();
  auto fill = [&](auto* node) {
    node->items = arena_.list(items);
    node->body = body;
    return node;
  };
  if (is_async) return fill(make<AsyncWith>(start));
  return fill(make<With>(start));
}

// `(a as b, c)` after with, when the closing parenthesis ends the header. What only looks like it,
// `(yield x)` or `(*a, b)`, is an expression: back to the start, and false.
bool Parser::parenthesised_with_items(std::vector<WithItem*>& items) {
  std::size_t close = at_ + 1;
  unsigned outside = tokens_.list[at_].level - 1u;
  while (close < tokens_.list.size() && tokens_.list[close].level > outside) ++close;
  if (close + 1 >= tokens_.list.size() || tokens_.list[close + 1].kind != Kind::Colon) return false;
  std::size_t at = at_, last = last_, mark = expressions_.size();
  try {
    advance();
    do {
      if (!items.empty() && at_ == close) break;
      items.push_back(with_item());
    } while (accept(Kind::Comma));
    if (at_ == close) {
      advance();
      return true;
    }
  } catch (const Failure&) {
  }
  at_ = at;
  last_ = last;
  expressions_.resize(mark);
  items.clear();
  return false;
}

WithItem* Parser::with_item() {
  WithItem* item = arena_.make<WithItem>();
  item->context_expr = expression();
  if (accept(Kind::As)) item->optional_vars = star_target();
  return item;
}

Stmt* Parser::try_statement() {
  Position start = here();
  advance();
  auto body = block();
  std::vector<ExceptHandler*> handlers;
  bool star = false;
  while (at(Kind::Except)) {
    bool this_star = false;
    handlers.push_back(except_handler(this_star));
    if (handlers.size() > 1 && this_star != star) fail();
    star = this_star;
  }
  auto orelse = handlers.empty() ? std::span<Stmt*>{} : else_block();
  std::span<Stmt*> finalbody;
  if (accept(Kind::Finally)) {
    finalbody = block();
  } else if (handlers.empty()) {
    fail();
  }
  auto fill = [&](auto* node) {
    node->body = body;
    node->handlers = arena_.list(handlers);
    node->orelse = orelse;
    node->finalbody = finalbody;
    return node;
  };
  if (star) return fill(make<TryStar>(start));
  return fill(make<Try>(start));
}

ExceptHandler* Parser::except_handler(bool& is_star) {
  Position start = here();
  advance();
  is_star = accept(Kind::Star);
  ExceptHandler* handler = arena_.make<ExceptHandler>();
  if (!at(Kind::Colon)) {
    handler->type = expression();
    if (accept(Kind::As)) handler->name = name();
  } else if (is_star) {
    fail();
  }
  handler->body = block();
  finish(handler, start);
  return handler;
}

// `match` is a name like any other unless its line ends in a colon and an indented `case` follows,
// which no other statement can.
bool Parser::at_match_statement() const {
  if (!at_name("match")) return false;
  switch (kind_ahead(1)) {
    case Kind::Equal: case Kind::Dot: case Kind::Comma: case Kind::RightParen: case Kind::Colon:
    case Kind::Newline:
      return false;
    default: break;
  }
  std::size_t i = at_ + 1;
  while (i < tokens_.list.size() && tokens_.list[i].kind != Kind::Newline) ++i;
  return i + 2 < tokens_.list.size() && tokens_.list[i - 1].kind == Kind::Colon &&
         tokens_.list[i + 1].kind == Kind::Indent && tokens_.list[i + 2].kind == Kind::Name &&
         tokens_.spelling(tokens_.list[i + 2]) == "case";
}

Stmt* Parser::match_statement() {
  Position start = here();
  advance();
  Position subject_start = here();
  Expr* subject = star_named_expression();
  if (at(Kind::Comma)) {
    std::size_t mark = expressions_.size();
    expressions_.push_back(subject);
    while (accept(Kind::Comma)) {
      if (at(Kind::Colon)) break;
      expressions_.push_back(star_named_expression());
    }
    Tuple* tuple = make<Tuple>(subject_start);
    tuple->ctx = ExprContext::Load;
    tuple->elts = take(mark);
    subject = tuple;
  } else if (is<Starred>(subject)) {
    fail();
  }
  expect(Kind::Colon);
  expect(Kind::Newline);
  expect(Kind::Indent);
  std::vector<MatchCase*> cases;
  while (!at(Kind::Dedent)) cases.push_back(case_block());
  advance();
  Match* node = make<Match>(start);
  node->subject = subject;
  node->cases = arena_.list(cases);
  return node;
}

}  // namespace threadbook::python
