#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

namespace {

// How tightly binary operators bind, loosest first. kNot is a prefix.
enum Priority : int { kOr = 1, kAnd, kNot, kComparison, kBitOr, kBitXor, kBitAnd, kShift, kSum, kTerm, kNone = 0 };

struct Binary {
  Priority priority;
  Operator op;
};

Binary binary_operator(TokenKind kind) {
  using enum TokenKind;
  switch (kind) {
    case Or: return {kOr, {}};
    case And: return {kAnd, {}};
    case Less:
    case Greater:
    case EqualEqual:
    case NotEqual:
    case LessEqual:
    case GreaterEqual:
    case In:
    case Is:
    case Not: return {kComparison, {}};
    case VerticalBar: return {kBitOr, Operator::BitOr};
    case Circumflex: return {kBitXor, Operator::BitXor};
    case Ampersand: return {kBitAnd, Operator::BitAnd};
    case LeftShift: return {kShift, Operator::LShift};
    case RightShift: return {kShift, Operator::RShift};
    case Plus: return {kSum, Operator::Add};
    case Minus: return {kSum, Operator::Sub};
    case Star: return {kTerm, Operator::Mult};
    case Slash: return {kTerm, Operator::Div};
    case DoubleSlash: return {kTerm, Operator::FloorDiv};
    case Percent: return {kTerm, Operator::Mod};
    case At: return {kTerm, Operator::MatMult};
    default: return {kNone, {}};
  }
}

bool starts_expression(TokenKind kind) {
  using enum TokenKind;
  switch (kind) {
    case Name:
    case Number:
    case String:
    case LeftParen:
    case LeftBracket:
    case LeftBrace:
    case Plus:
    case Minus:
    case Tilde:
    case Ellipsis:
    case False:
    case None:
    case True:
    case Await:
    case Lambda:
    case Not:
    case Star: return true;
    default: return false;
  }
}

}  // namespace

// Expressions separated by commas, each perhaps starred; a comma makes a tuple.
Expr* Parser::star_expressions() {
  Position start = here();
  Expr* first = star_expression();
  if (!at(Kind::Comma)) return first;
  std::size_t mark = expressions_.size();
  expressions_.push_back(first);
  while (accept(Kind::Comma)) {
    if (!starts_expression(kind())) break;
    expressions_.push_back(star_expression());
  }
  Tuple* tuple = make<Tuple>(start);
  tuple->ctx = ExprContext::Load;
  tuple->elts = take(mark);
  return tuple;
}

Expr* Parser::star_expression() {
  if (!at(Kind::Star)) return expression();
  Position start = here();
  advance();
  Expr* value = bitwise_or();
  Starred* starred = make<Starred>(start);
  starred->ctx = ExprContext::Load;
  starred->value = value;
  return starred;
}

Expr* Parser::star_named_expression() { return at(Kind::Star) ? star_expression() : named_expression(); }

Expr* Parser::named_expression() {
  if (at(Kind::Name) && kind_ahead(1) == Kind::Walrus) {
    Position start = here();
    Name* target = arena_.make<Name>();
    target->kind = Name::kKind;
    target->ctx = ExprContext::Store;
    target->id = name();
    finish(target, start);
    advance();
    Expr* value = expression();
    NamedExpr* node = make<NamedExpr>(start);
    node->target = target;
    node->value = value;
    return node;
  }
  Expr* value = expression();
  if (at(Kind::Walrus)) fail();
  return value;
}

Expr* Parser::expression() {
  DepthGuard guard(*this);
  if (at(Kind::Lambda)) return lambda();
  Position start = here();
  Expr* value = disjunction();
  return at(Kind::If) ? conditional(value, start) : value;
}

// Refuses what would be a tree too deep for those who walk it, although it is read in a loop.
void Parser::limit_nesting(std::size_t more) const {
  if (depth_ + more > DepthGuard::kMaximumDepth) throw TooDeep{};
}

// `a if b else c if d else e`: nests to the right, so it is gathered first and built from the end.
Expr* Parser::conditional(Expr* first, Position start) {
  struct Link {
    Position start;
    Expr* body;
    Expr* test;
  };
  std::vector<Link> chain;
  Expr* last = first;
  while (accept(Kind::If)) {
    Expr* test = disjunction();
    expect(Kind::Else);
    chain.push_back({start, last, test});
    limit_nesting(chain.size());
    start = here();
    if (at(Kind::Lambda)) {
      last = lambda();
      break;
    }
    last = disjunction();
  }
  for (; !chain.empty(); chain.pop_back()) {
    IfExp* node = make<IfExp>(chain.back().start);
    node->test = chain.back().test;
    node->body = chain.back().body;
    node->orelse = last;
    last = node;
  }
  return last;
}

// Priority climbing: operands joined by operators that bind at least as tightly as `lowest`.
Expr* Parser::operators(int lowest) {
  Position start = here();
  Expr* left;
  if (at(Kind::Not)) {
    if (lowest > kNot) fail();
    left = not_chain();
  } else {
    left = factor();
  }
  while (true) {
    Binary binary = binary_operator(kind());
    if (binary.priority == kNone || binary.priority < lowest) return left;
    if (binary.priority <= kAnd) {
      left = bool_chain(left, start, binary.priority);
    } else if (binary.priority == kComparison) {
      // A `not` here must begin `not in`.
      if (at(Kind::Not) && kind_ahead(1) != Kind::In) return left;
      left = comparison(left, start);
    } else {
      advance();
      Expr* right = operators(binary.priority + 1);
      BinOp* node = make<BinOp>(start);
      node->left = left;
      node->op = binary.op;
      node->right = right;
      left = node;
    }
  }
}

// The operands of comparisons and of a star.
Expr* Parser::bitwise_or() { return operators(kBitOr); }

Expr* Parser::not_chain() {
  std::size_t first = at_;
  while (accept(Kind::Not)) {
  }
  std::size_t past = at_;
  limit_nesting(past - first);
  Expr* operand = operators(kComparison);
  for (std::size_t i = past; i-- > first;) {
    const Token& t = tokens_.list[i];
    UnaryOp* node = make<UnaryOp>({t.lineno, t.col_offset, 0, 0});
    node->op = UnaryOperator::Not;
    node->operand = operand;
    operand = node;
  }
  return operand;
}

Expr* Parser::bool_chain(Expr* left, const Position& start, int priority) {
  Kind word = priority == kOr ? Kind::Or : Kind::And;
  std::size_t mark = expressions_.size();
  expressions_.push_back(left);
  while (accept(word)) expressions_.push_back(operators(priority + 1));
  BoolOp* node = make<BoolOp>(start);
  node->op = priority == kOr ? BoolOperator::Or : BoolOperator::And;
  node->values = take(mark);
  return node;
}

Expr* Parser::comparison(Expr* left, const Position& start) {
  std::size_t mark = expressions_.size();
  std::vector<CompareOperator> ops;
  while (true) {
    CompareOperator op;
    switch (kind()) {
      case Kind::Less: op = CompareOperator::Lt; break;
      case Kind::Greater: op = CompareOperator::Gt; break;
      case Kind::EqualEqual: op = CompareOperator::Eq; break;
      case Kind::NotEqual: op = CompareOperator::NotEq; break;
      case Kind::LessEqual: op = CompareOperator::LtE; break;
      case Kind::GreaterEqual: op = CompareOperator::GtE; break;
      case Kind::In: op = CompareOperator::In; break;
      case Kind::Is:
        op = CompareOperator::Is;
        if (kind_ahead(1) == Kind::Not) {
          advance();
          op = CompareOperator::IsNot;
        }
        break;
      case Kind::Not:
        if (kind_ahead(1) == Kind::In) {
          advance();
          op = CompareOperator::NotIn;
          break;
        }
        [[fallthrough]];
      default: {
        Compare* node = make<Compare>(start);
        node->left = left;
        node->ops = arena_.list(ops);
        node->comparators = take(mark);
        return node;
      }
    }
    advance();
    ops.push_back(op);
    expressions_.push_back(bitwise_or());
  }
}

Expr* Parser::factor() {
  switch (kind()) {
    case Kind::Plus:
    case Kind::Minus:
    case Kind::Tilde: return sign_chain();
    default: return power();
  }
}

Expr* Parser::sign_chain() {
  std::size_t first = at_;
  while (at(Kind::Plus) || at(Kind::Minus) || at(Kind::Tilde)) advance();
  std::size_t past = at_;
  limit_nesting(past - first);
  Expr* operand = power();
  for (std::size_t i = past; i-- > first;) {
    const Token& t = tokens_.list[i];
    UnaryOp* node = make<UnaryOp>({t.lineno, t.col_offset, 0, 0});
    node->op = t.kind == Kind::Plus    ? UnaryOperator::UAdd
               : t.kind == Kind::Minus ? UnaryOperator::USub
                                       : UnaryOperator::Invert;
    node->operand = operand;
    operand = node;
  }
  return operand;
}

Expr* Parser::power() {
  Position start = here();
  Expr* base;
  if (accept(Kind::Await)) {
    Expr* value = primary();
    Await* node = make<Await>(start);
    node->value = value;
    base = node;
  } else {
    base = primary();
  }
  if (!at(Kind::DoubleStar)) return base;
  advance();
  DepthGuard guard(*this);
  Expr* exponent = factor();
  BinOp* node = make<BinOp>(start);
  node->left = base;
  node->op = Operator::Pow;
  node->right = exponent;
  return node;
}

Expr* Parser::lambda() {
  Position start = here();
  advance();
  Arguments* arguments = parameters(Kind::Colon, false);
  expect(Kind::Colon);
  Expr* body = expression();
  Lambda* node = make<Lambda>(start);
  node->args = arguments;
  node->body = body;
  return node;
}

Expr* Parser::yield() {
  Position start = here();
  expect(Kind::Yield);
  if (accept(Kind::From)) {
    Expr* value = expression();
    YieldFrom* node = make<YieldFrom>(start);
    node->value = value;
    return node;
  }
  Expr* value = starts_expression(kind()) ? star_expressions() : nullptr;
  Yield* node = make<Yield>(start);
  node->value = value;
  return node;
}

}  // namespace threadbook::python
