#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

// The targets of a `for`, up to its `in`. They are primaries, so `in` is never taken for the
// operator.
Expr* Parser::star_targets() {
  Position start = here();
  Expr* first = star_target();
  if (!at(Kind::Comma)) return first;
  std::size_t mark = expressions_.size();
  expressions_.push_back(first);
  while (accept(Kind::Comma)) {
    if (at(Kind::In)) break;
    expressions_.push_back(star_target());
  }
  Tuple* tuple = make<Tuple>(start);
  tuple->ctx = ExprContext::Store;
  tuple->elts = take(mark);
  return tuple;
}

Expr* Parser::star_target() {
  Position start = here();
  if (!accept(Kind::Star)) {
    Expr* target = primary();
    set_target(target, ExprContext::Store);
    return target;
  }
  Expr* value = primary();
  set_target(value, ExprContext::Store);
  Starred* node = make<Starred>(start);
  node->ctx = ExprContext::Store;
  node->value = value;
  return node;
}

// Gives `target` and what it is made of the context, or fails if it cannot have it. Nests as deep
// as brackets do.
void Parser::set_target(Expr* target, ExprContext context) {
  switch (target->kind) {
    case Expr::Kind::Name: as<Name>(target)->ctx = context; return;
    case Expr::Kind::Attribute: as<Attribute>(target)->ctx = context; return;
    case Expr::Kind::Subscript: as<Subscript>(target)->ctx = context; return;
    case Expr::Kind::Starred: {
      Starred* starred = as<Starred>(target);
      if (context == ExprContext::Del) fail();
      starred->ctx = context;
      set_target(starred->value, context);
      return;
    }
    case Expr::Kind::List:
      as<List>(target)->ctx = context;
      for (Expr* element : as<List>(target)->elts) set_target(element, context);
      return;
    case Expr::Kind::Tuple:
      as<Tuple>(target)->ctx = context;
      for (Expr* element : as<Tuple>(target)->elts) set_target(element, context);
      return;
    default: fail();
  }
}

}  // namespace threadbook::python
