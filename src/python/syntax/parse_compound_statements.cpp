#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

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

Stmt* Parser::function_definition(const Position& start, std::span<Expr*> decorators, bool is_async) {
  advance();
  std::string_view function_name = name();
  TypeParameters generic = type_parameters();
  expect(Kind::LeftParen);
  Arguments* arguments = parameters(Kind::RightParen, true);
  expect(Kind::RightParen);
  Expr* returns = accept(Kind::Arrow) ? expression() : nullptr;
  auto body = block();
  auto fill = [&](auto* node) {
    node->name = function_name;
    node->args = arguments;
    node->body = body;
    node->decorator_list = generic.names.empty() ? decorators : std::span<Expr*>{};
    node->returns = returns;
    return node;
  };
  Stmt* definition =
      is_async ? static_cast<Stmt*>(fill(make<AsyncFunctionDef>(start))) : fill(make<FunctionDef>(start));
  return generic.names.empty() ? definition : generic_definition(definition, function_name, generic, decorators);
}

Stmt* Parser::class_definition(std::span<Expr*> decorators) {
  Position start = here();
  advance();
  std::string_view class_name = name();
  TypeParameters generic = type_parameters();
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
  if (generic.names.empty()) return node;
  node->decorator_list = {};
  node->bases = with_generic_base(node->bases, generic);
  return generic_definition(node, class_name, generic, decorators);
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

std::span<Stmt*> Parser::else_block() { return accept(Kind::Else) ? block() : std::span<Stmt*>{}; }

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
    Position type_start = here();
    handler->type = expression();
    if (accept(Kind::As)) {
      handler->name = name();
    } else if (newer() && at(Kind::Comma)) {
      std::size_t mark = expressions_.size();
      expressions_.push_back(handler->type);
      while (accept(Kind::Comma) && !at(Kind::Colon)) expressions_.push_back(expression());
      Tuple* types = make<Tuple>(type_start);
      types->ctx = ExprContext::Load;
      types->elts = take(mark);
      handler->type = types;
    }
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
    case Kind::Equal:
    case Kind::Dot:
    case Kind::Comma:
    case Kind::RightParen:
    case Kind::Colon:
    case Kind::Newline: return false;
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
