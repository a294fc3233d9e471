#include <utility>

#include "python/syntax/parser_state.h"

namespace threadbook::python {

using namespace ast;

MatchCase* Parser::case_block() {
  if (!at_name("case")) fail();
  advance();
  MatchCase* out = arena_.make<MatchCase>();
  out->pattern = patterns();
  if (accept(Kind::If)) out->guard = named_expression();
  out->body = block();
  return out;
}

// The pattern of a case: with a comma it is a sequence without brackets.
Pattern* Parser::patterns() {
  Position start = here();
  Pattern* first = maybe_star_pattern();
  if (!at(Kind::Comma)) {
    if (is<MatchStar>(first)) fail();
    return first;
  }
  std::vector<Pattern*> items{first};
  while (accept(Kind::Comma)) {
    if (at(Kind::Colon) || at(Kind::If)) break;
    items.push_back(maybe_star_pattern());
  }
  MatchSequence* node = make<MatchSequence>(start);
  node->patterns = arena_.list(items);
  return node;
}

Pattern* Parser::maybe_star_pattern() {
  if (!at(Kind::Star)) return pattern();
  Position start = here();
  advance();
  std::string_view target = name();
  MatchStar* node = make<MatchStar>(start);
  if (target != "_") node->name = target;
  return node;
}

// A NAME that binds: not followed by what makes it part of something else.
bool Parser::at_capture_name() const {
  Kind next = kind_ahead(1);
  return at(Kind::Name) && next != Kind::Dot && next != Kind::LeftParen && next != Kind::Equal;
}

Pattern* Parser::pattern() {
  DepthGuard guard(*this);
  Position start = here();
  Pattern* inner = or_pattern();
  if (!accept(Kind::As)) return inner;
  if (!at_capture_name()) fail();
  std::string_view target = name();
  if (target == "_") fail();
  MatchAs* node = make<MatchAs>(start);
  node->pattern = inner;
  node->name = target;
  return node;
}

Pattern* Parser::or_pattern() {
  Position start = here();
  Pattern* first = closed_pattern();
  if (!at(Kind::VerticalBar)) return first;
  std::vector<Pattern*> alternatives{first};
  while (accept(Kind::VerticalBar)) alternatives.push_back(closed_pattern());
  MatchOr* node = make<MatchOr>(start);
  node->patterns = arena_.list(alternatives);
  return node;
}

Pattern* Parser::closed_pattern() {
  Position start = here();
  switch (kind()) {
    case Kind::Number:
    case Kind::Minus:
    case Kind::String:
    case Kind::None:
    case Kind::True:
    case Kind::False: return literal_pattern();
    case Kind::LeftParen:
    case Kind::LeftBracket: return sequence_pattern();
    case Kind::LeftBrace: return mapping_pattern();
    case Kind::Name: {
      if (at_capture_name()) {
        std::string_view target = name();
        MatchAs* node = make<MatchAs>(start);
        if (target != "_") node->name = target;
        return node;
      }
      Expr* value = name_or_attribute();
      if (at(Kind::LeftParen)) return class_pattern(start, value);
      if (is<Name>(value)) fail();
      MatchValue* node = make<MatchValue>(start);
      node->value = value;
      return node;
    }
    default: fail();
  }
}

Pattern* Parser::literal_pattern() {
  Position start = here();
  auto singleton = [&](Constant::Type type) {
    advance();
    MatchSingleton* node = make<MatchSingleton>(start);
    node->value = type;
    return node;
  };
  switch (kind()) {
    case Kind::None: return singleton(Constant::Type::None);
    case Kind::True: return singleton(Constant::Type::True);
    case Kind::False: return singleton(Constant::Type::False);
    default: {
      Expr* value = at(Kind::String) ? strings() : pattern_number();
      MatchValue* node = make<MatchValue>(start);
      node->value = value;
      return node;
    }
  }
}

// A number with an optional sign, and an optional imaginary part.
Expr* Parser::pattern_number() {
  Position start = here();
  bool negative = accept(Kind::Minus);
  if (!at(Kind::Number)) fail();
  Expr* real = number();
  Constant::Type type = as<Constant>(real)->type;
  if (negative) {
    UnaryOp* node = make<UnaryOp>(start);
    node->op = UnaryOperator::USub;
    node->operand = real;
    real = node;
  }
  if (!at(Kind::Plus) && !at(Kind::Minus)) return real;
  Operator op = at(Kind::Plus) ? Operator::Add : Operator::Sub;
  if (type == Constant::Type::Complex) fail();
  advance();
  if (!at(Kind::Number)) fail();
  Expr* imaginary = number();
  if (as<Constant>(imaginary)->type != Constant::Type::Complex) fail();
  BinOp* node = make<BinOp>(start);
  node->left = real;
  node->op = op;
  node->right = imaginary;
  return node;
}

Expr* Parser::name_or_attribute() {
  Position start = here();
  std::string_view id = name();
  Name* first = make<Name>(start);
  first->ctx = ExprContext::Load;
  first->id = id;
  Expr* value = first;
  while (accept(Kind::Dot)) {
    std::string_view attribute = name();
    Attribute* node = make<Attribute>(start);
    node->ctx = ExprContext::Load;
    node->value = value;
    node->attr = attribute;
    value = node;
  }
  return value;
}

Pattern* Parser::class_pattern(const Position& start, Expr* cls) {
  advance();
  std::vector<Pattern*> patterns, keyword_patterns;
  std::vector<std::string_view> keywords;
  while (!at(Kind::RightParen)) {
    if (at(Kind::Name) && kind_ahead(1) == Kind::Equal) {
      keywords.push_back(name());
      advance();
      keyword_patterns.push_back(pattern());
    } else {
      if (!keywords.empty()) fail();
      patterns.push_back(pattern());
    }
    if (!accept(Kind::Comma)) break;
  }
  expect(Kind::RightParen);
  MatchClass* node = make<MatchClass>(start);
  node->cls = cls;
  node->patterns = arena_.list(patterns);
  node->kwd_attrs = arena_.list(keywords);
  node->kwd_patterns = arena_.list(keyword_patterns);
  return node;
}

// [a, *b], (a, b), or (a): a group, which leaves no node.
Pattern* Parser::sequence_pattern() {
  Position start = here();
  Kind close = at(Kind::LeftParen) ? Kind::RightParen : Kind::RightBracket;
  advance();
  std::vector<Pattern*> items;
  bool comma = false;
  while (!at(close)) {
    items.push_back(maybe_star_pattern());
    if (!accept(Kind::Comma)) break;
    comma = true;
  }
  expect(close);
  if (close == Kind::RightParen && items.size() == 1 && !comma) {
    if (is<MatchStar>(items[0])) fail();
    return items[0];
  }
  MatchSequence* node = make<MatchSequence>(start);
  node->patterns = arena_.list(items);
  return node;
}

Pattern* Parser::mapping_pattern() {
  Position start = here();
  advance();
  std::vector<Expr*> keys;
  std::vector<Pattern*> patterns;
  std::string_view rest;
  while (!at(Kind::RightBrace)) {
    if (accept(Kind::DoubleStar)) {
      if (!at_capture_name()) fail();
      rest = name();
      if (rest == "_") fail();
      accept(Kind::Comma);
      break;
    }
    keys.push_back(pattern_key());
    expect(Kind::Colon);
    patterns.push_back(pattern());
    if (!accept(Kind::Comma)) break;
  }
  expect(Kind::RightBrace);
  MatchMapping* node = make<MatchMapping>(start);
  node->keys = arena_.list(keys);
  node->patterns = arena_.list(patterns);
  node->rest = rest;
  return node;
}

Expr* Parser::pattern_key() {
  Position start = here();
  auto constant = [&](Constant::Type type) {
    advance();
    Constant* node = make<Constant>(start);
    node->type = type;
    return node;
  };
  switch (kind()) {
    case Kind::None: return constant(Constant::Type::None);
    case Kind::True: return constant(Constant::Type::True);
    case Kind::False: return constant(Constant::Type::False);
    case Kind::String: return strings();
    case Kind::Name: {
      Expr* value = name_or_attribute();
      if (is<Name>(value)) fail();
      return value;
    }
    default: return pattern_number();
  }
}

}  // namespace threadbook::python
