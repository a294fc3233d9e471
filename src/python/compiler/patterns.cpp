// The match statement (PEP 634): each pattern is a chain of tests that jump to the next case.
//
// What a pattern captures waits in registers of its own and is bound to its names once the whole
// pattern has matched, before the guard, as in CPython.
#include <algorithm>

#include "python/compiler/generator.h"

namespace threadbook::python {

namespace {

bool is_wildcard(const ast::Pattern* pattern) {
  if (pattern->kind == ast::Pattern::Kind::MatchStar) {
    return static_cast<const ast::MatchStar*>(pattern)->name.empty();
  }
  if (pattern->kind != ast::Pattern::Kind::MatchAs) return false;
  auto* as = static_cast<const ast::MatchAs*>(pattern);
  return as->pattern == nullptr && as->name.empty();
}

// The names a pattern binds, in the order in which they come to be matched.
void collect_names(const ast::Pattern* pattern, std::vector<std::string_view>& names) {
  auto add = [&](std::string_view name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  auto all = [&](std::span<ast::Pattern*> patterns) {
    for (const ast::Pattern* inner : patterns) collect_names(inner, names);
  };
  switch (pattern->kind) {
    case ast::Pattern::Kind::MatchValue:
    case ast::Pattern::Kind::MatchSingleton: return;
    case ast::Pattern::Kind::MatchSequence: return all(static_cast<const ast::MatchSequence*>(pattern)->patterns);
    case ast::Pattern::Kind::MatchMapping:
      all(static_cast<const ast::MatchMapping*>(pattern)->patterns);
      return add(static_cast<const ast::MatchMapping*>(pattern)->rest);
    case ast::Pattern::Kind::MatchClass:
      all(static_cast<const ast::MatchClass*>(pattern)->patterns);
      return all(static_cast<const ast::MatchClass*>(pattern)->kwd_patterns);
    case ast::Pattern::Kind::MatchStar: return add(static_cast<const ast::MatchStar*>(pattern)->name);
    case ast::Pattern::Kind::MatchAs: {
      auto* as = static_cast<const ast::MatchAs*>(pattern);
      if (as->pattern != nullptr) collect_names(as->pattern, names);
      return add(as->name);
    }
    case ast::Pattern::Kind::MatchOr: return all(static_cast<const ast::MatchOr*>(pattern)->patterns);
  }
}

}  // namespace

void CodeGenerator::match(const ast::Match& stmt) {
  Register subject = fresh(stmt.subject);
  const auto before = b_->assigned;
  Label end;
  JoinedPaths paths(*b_);
  bool always = false;
  for (ast::MatchCase* match_case : stmt.cases) {
    Temporaries temporaries(*this);
    Label next;
    b_->assigned = before;
    b_->reachable = true;
    Captures captures;
    collect_names(match_case->pattern, captures.names);
    captures.first = b_->temporaries(captures.names.size());
    if (is_wildcard(match_case->pattern)) b_->mark_line(match_case->pattern->position);
    pattern(match_case->pattern, subject, next, captures);
    {
      At at(*this, match_case->pattern->position);
      for (std::size_t i = 0; i < captures.names.size(); ++i) {
        store_name(captures.names[i], static_cast<Register>(captures.first + i));
      }
    }
    if (match_case->guard != nullptr) jump_if(match_case->guard, false, next);
    statements(match_case->body);
    always = next.references.empty();
    paths.leave();
    if (b_->reachable && !always) jump_on(end);
    b_->bind(next);
    if (always) break;  // an irrefutable case is the last one
  }
  if (!always) {
    b_->assigned = before;
    b_->reachable = true;
    paths.leave();
  }
  b_->bind(end);
  paths.join();
}

void CodeGenerator::capture(std::string_view name, Register from, const Captures& captures) {
  auto place = std::find(captures.names.begin(), captures.names.end(), name) - captures.names.begin();
  b_->emit(Op::Move, static_cast<Register>(captures.first + place), from);
}

void CodeGenerator::pattern(ast::Pattern* pattern, Register subject, Label& fail, const Captures& captures) {
  At at(*this, pattern->position);
  Temporaries temporaries(*this);
  switch (pattern->kind) {
    case ast::Pattern::Kind::MatchValue:
      compare_jump(ast::CompareOperator::Eq, subject, ast::as<ast::MatchValue>(pattern)->value, false, fail);
      return;
    case ast::Pattern::Kind::MatchSingleton: {
      Constant value{Constant::None{}};
      auto singleton = ast::as<ast::MatchSingleton>(pattern)->value;
      if (singleton != ast::Constant::Type::None) value.value = singleton == ast::Constant::Type::True;
      Register expected = b_->temporary();
      constant(value, expected);
      b_->emit(Op::TestIs, subject, expected, 0);
      b_->jump(Op::Jump, fail);
      return;
    }
    case ast::Pattern::Kind::MatchSequence:
      sequence_pattern(*ast::as<ast::MatchSequence>(pattern), subject, fail, captures);
      return;
    case ast::Pattern::Kind::MatchMapping:
      mapping_pattern(*ast::as<ast::MatchMapping>(pattern), subject, fail, captures);
      return;
    case ast::Pattern::Kind::MatchClass:
      class_pattern(*ast::as<ast::MatchClass>(pattern), subject, fail, captures);
      return;
    case ast::Pattern::Kind::MatchStar: {
      auto* star = ast::as<ast::MatchStar>(pattern);
      if (!star->name.empty()) capture(star->name, subject, captures);
      return;
    }
    case ast::Pattern::Kind::MatchAs: {
      auto* as = ast::as<ast::MatchAs>(pattern);
      if (as->pattern != nullptr) this->pattern(as->pattern, subject, fail, captures);
      if (!as->name.empty()) capture(as->name, subject, captures);
      return;
    }
    case ast::Pattern::Kind::MatchOr: {
      auto alternatives = ast::as<ast::MatchOr>(pattern)->patterns;
      Label matched;
      for (std::size_t i = 0; i + 1 < alternatives.size(); ++i) {
        Label next;
        this->pattern(alternatives[i], subject, next, captures);
        b_->jump(Op::Jump, matched);
        b_->bind(next);
      }
      this->pattern(alternatives.back(), subject, fail, captures);
      b_->bind(matched);
      return;
    }
  }
}

void CodeGenerator::sequence_pattern(const ast::MatchSequence& pattern, Register subject, Label& fail,
                                     const Captures& captures) {
  auto items = pattern.patterns;
  const std::size_t count = items.size();
  std::size_t star = count;
  bool only_wildcards = true;
  for (std::size_t i = 0; i < count; ++i) {
    if (items[i]->kind == ast::Pattern::Kind::MatchStar) star = i;
    only_wildcards &= is_wildcard(items[i]);
  }
  const bool starred = star < count;
  Register length = b_->temporary();
  b_->emit(Op::MatchSequence, length, subject);
  b_->jump(Op::JumpIfFalse, fail, length);
  const std::size_t fixed = starred ? count - 1 : count;
  const bool star_wildcard = starred && is_wildcard(items[star]);
  if (!starred || fixed > 0) {
    b_->emit(Op::Length, length, subject);
    Register wanted = b_->temporary();
    constant({static_cast<std::int64_t>(fixed)}, wanted);
    b_->emit(starred ? Op::TestGe : Op::TestEq, length, wanted, 0);
    b_->jump(Op::Jump, fail);
  }
  if (only_wildcards) return;
  if (star_wildcard) {
    // What the star passes over is not looked at.
    for (std::size_t i = 0; i < count; ++i) {
      if (is_wildcard(items[i])) continue;
      Temporaries temporaries(*this);
      Register item = b_->temporary();
      if (i < star) {
        constant({static_cast<std::int64_t>(i)}, item);
      } else {
        b_->emit(Op::Length, item, subject);
        b_->emit(Op::SubI, item, item, static_cast<std::uint16_t>(count - i));
      }
      b_->emit(Op::LoadItem, item, subject, item);
      this->pattern(items[i], item, fail, captures);
    }
    return;
  }
  Register first = b_->temporaries(count);
  auto operand = static_cast<std::uint16_t>(count);
  if (starred) {
    b_->emit(Op::UnpackEx, first, subject, operand);
    b_->extra(static_cast<std::uint16_t>(star), static_cast<std::uint16_t>(count - star - 1));
  } else {
    b_->emit(Op::Unpack, first, subject, operand);
  }
  for (std::size_t i = 0; i < count; ++i) {
    this->pattern(items[i], static_cast<Register>(first + i), fail, captures);
  }
}

void CodeGenerator::mapping_pattern(const ast::MatchMapping& pattern, Register subject, Label& fail,
                                    const Captures& captures) {
  const std::size_t count = pattern.keys.size();
  Register answer = b_->temporary();
  b_->emit(Op::MatchMapping, answer, subject);
  b_->jump(Op::JumpIfFalse, fail, answer);
  if (count == 0 && pattern.rest.empty()) return;
  Register keys = b_->temporary();
  if (count > 0) {
    Register wanted = b_->temporary();
    b_->emit(Op::Length, answer, subject);
    constant({static_cast<std::int64_t>(count)}, wanted);
    b_->emit(Op::TestGe, answer, wanted, 0);
    b_->jump(Op::Jump, fail);
  }
  sequence(ast::Expr::Kind::Tuple, pattern.keys, keys);
  b_->emit(Op::MatchKeys, answer, subject, keys);
  b_->emit(Op::TestNone, answer, 0, 1);
  b_->jump(Op::Jump, fail);
  if (count > 0) {
    Register first = b_->temporaries(count);
    b_->emit(Op::Unpack, first, answer, static_cast<std::uint16_t>(count));
    for (std::size_t i = 0; i < count; ++i) {
      this->pattern(pattern.patterns[i], static_cast<Register>(first + i), fail, captures);
    }
  }
  if (!pattern.rest.empty()) {
    b_->emit(Op::MatchRest, answer, subject, keys);
    capture(pattern.rest, answer, captures);
  }
}

void CodeGenerator::class_pattern(const ast::MatchClass& pattern, Register subject, Label& fail,
                                  const Captures& captures) {
  Register attributes = b_->temporary();
  Register cls = value(pattern.cls);
  Constant::Tuple names;
  for (std::string_view name : pattern.kwd_attrs) names.items.push_back({attribute_name(name)});
  b_->emit(Op::MatchClass, attributes, subject, cls);
  b_->extra(static_cast<std::uint16_t>(pattern.patterns.size()), b_->constant({std::move(names)}));
  b_->emit(Op::TestNone, attributes, 0, 1);
  b_->jump(Op::Jump, fail);
  const std::size_t count = pattern.patterns.size() + pattern.kwd_patterns.size();
  if (count == 0) return;
  Register first = b_->temporaries(count);
  b_->emit(Op::Unpack, first, attributes, static_cast<std::uint16_t>(count));
  Register next = first;
  for (auto patterns : {pattern.patterns, pattern.kwd_patterns}) {
    for (ast::Pattern* inner : patterns) {
      if (!is_wildcard(inner)) this->pattern(inner, next, fail, captures);
      ++next;
    }
  }
}

}  // namespace threadbook::python
