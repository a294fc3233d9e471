#include <utility>

#include "python/syntax/literals.h"
#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

namespace {

// How tightly binary operators bind, loosest first. kNot is a prefix.
enum Priority : int {
  kOr = 1, kAnd, kNot, kComparison, kBitOr, kBitXor, kBitAnd, kShift, kSum, kTerm, kNone = 0
};

struct Binary {
  Priority priority;
  Operator op;
};

Binary binary_operator(TokenKind kind) {
  using enum TokenKind;
  switch (kind) {
    case Or: return {kOr, {}};
    case And: return {kAnd, {}};
    case Less: case Greater: case EqualEqual: case NotEqual: case LessEqual: case GreaterEqual:
    case In: case Is: case Not:
      return {kComparison, {}};
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

// `x := 1` without parentheses of its own, in an expression that began at `start`.
bool bare_walrus(const Expr* node, const Position& start) {
  return node && is<NamedExpr>(node) && node->position.lineno == start.lineno &&
         node->position.col_offset == start.col_offset;
}

bool starts_expression(TokenKind kind) {
  using enum TokenKind;
  switch (kind) {
    case Name: case Number: case String: case LeftParen: case LeftBracket: case LeftBrace:
    case Plus: case Minus: case Tilde: case Ellipsis: case False: case None: case True: case Await:
    case Lambda: case Not: case Star:
      return true;
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
  Expr* value = operators(kBitOr);
  Starred* starred = make<Starred>(start);
  starred->ctx = ExprContext::Load;
  starred->value = value;
  return starred;
}

Expr* Parser::star_named_expression() {
  return at(Kind::Star) ? star_expression() : named_expression();
}

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
    expressions_.push_back(operators(kBitOr));
  }
}

Expr* Parser::factor() {
  switch (kind()) {
    case Kind::Plus: case Kind::Minus: case Kind::Tilde: return sign_chain();
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
  auto absent = [&] {
    return at(Kind::Colon) || at(Kind::Comma) || at(Kind::RightBracket);
  };
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
      expressions_.push_back(operators(kBitOr));
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
