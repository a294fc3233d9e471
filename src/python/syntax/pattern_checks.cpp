#include "python/syntax/pattern_checks.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "python/syntax/constant_text.h"

namespace threadbook::python {

using namespace ast;

namespace {

class PatternChecker {
 public:
  std::optional<SyntaxError> run(const MatchCase& match_case, bool last) {
    Captures captures;
    captures.allow_irrefutable = match_case.guard || last;
    try {
      pattern(match_case.pattern, captures);
    } catch (const Stop&) {
    }
    return std::move(error_);
  }

 private:
  struct Stop {};  // error_ is set

  struct Captures {
    std::vector<std::string_view> names;
    bool allow_irrefutable = true;
  };

  [[noreturn]] void fail(std::string message, const Position& position) {
    error_ = error_at(std::move(message), position);
    throw Stop{};
  }

  void bindable(std::string_view name, const Position& position) {
    if (name == "__debug__") fail("cannot assign to __debug__", position);
  }

  void capture(std::string_view name, Captures& captures, const Position& position) {
    if (name.empty()) return;
    bindable(name, position);
    if (std::find(captures.names.begin(), captures.names.end(), name) != captures.names.end()) {
      fail("multiple assignments to name '" + std::string(name) + "' in pattern", position);
    }
    captures.names.push_back(name);
  }

  void inner(const Pattern* p, Captures& captures) {
    bool allowed = std::exchange(captures.allow_irrefutable, true);
    pattern(p, captures);
    captures.allow_irrefutable = allowed;
  }

  void pattern(const Pattern* p, Captures& captures) {
    using enum Pattern::Kind;
    const Position& position = p->position;
    switch (p->kind) {
      case MatchValue: {
        const Expr* value = as<ast::MatchValue>(p)->value;
        if (is<JoinedStr>(value)) {
          fail("patterns may only match literals and attribute lookups", position);
        }
        return;
      }
      case MatchSingleton: return;
      case MatchSequence: {
        bool seen = false;
        for (const Pattern* item : as<ast::MatchSequence>(p)->patterns) {
          if (!is<ast::MatchStar>(item)) continue;
          if (seen) fail("multiple starred names in sequence pattern", position);
          seen = true;
        }
        for (const Pattern* item : as<ast::MatchSequence>(p)->patterns) inner(item, captures);
        return;
      }
      case MatchMapping: {
        auto* n = as<ast::MatchMapping>(p);
        duplicate_keys(n);
        for (const Pattern* item : n->patterns) inner(item, captures);
        capture(n->rest, captures, position);
        return;
      }
      case MatchClass: {
        auto* n = as<ast::MatchClass>(p);
        for (std::size_t i = 0; i < n->kwd_attrs.size(); ++i) {
          bindable(n->kwd_attrs[i], n->kwd_patterns[i]->position);
          for (std::size_t j = i + 1; j < n->kwd_attrs.size(); ++j) {
            if (n->kwd_attrs[i] != n->kwd_attrs[j]) continue;
            fail("attribute name repeated in class pattern: " + std::string(n->kwd_attrs[j]),
                 n->kwd_patterns[j]->position);
          }
        }
        for (const Pattern* item : n->patterns) inner(item, captures);
        for (const Pattern* item : n->kwd_patterns) inner(item, captures);
        return;
      }
      case MatchStar: return capture(as<ast::MatchStar>(p)->name, captures, position);
      case MatchAs: {
        auto* n = as<ast::MatchAs>(p);
        if (n->pattern) {
          pattern(n->pattern, captures);
        } else if (!captures.allow_irrefutable) {
          fail(n->name.empty() ? "wildcard makes remaining patterns unreachable"
                               : "name capture '" + std::string(n->name) + "' makes remaining patterns unreachable",
               position);
        }
        return capture(n->name, captures, position);
      }
      case MatchOr: return alternatives(as<ast::MatchOr>(p), captures);
    }
  }

  void alternatives(const MatchOr* n, Captures& captures) {
    std::vector<std::string_view> first;
    for (std::size_t i = 0; i < n->patterns.size(); ++i) {
      Captures own;
      own.allow_irrefutable = captures.allow_irrefutable && i + 1 == n->patterns.size();
      pattern(n->patterns[i], own);
      std::sort(own.names.begin(), own.names.end());
      if (i == 0) {
        first = own.names;
      } else if (own.names != first) {
        fail("alternative patterns bind different names", n->patterns[i]->position);
      }
    }
    for (std::string_view name : first) capture(name, captures, n->position);
  }

  void duplicate_keys(const MatchMapping* n) {
    std::set<std::pair<Constant::Type, std::string>> seen;
    for (const Expr* key : n->keys) {
      if (is<JoinedStr>(key)) {
        fail("mapping pattern keys may only match literals and attribute lookups", n->position);
      }
      auto* constant = try_as<Constant>(key);
      if (!constant) continue;
      std::string text(constant->text);
      if (constant->type == Constant::Type::Float || constant->type == Constant::Type::Complex) {
        text = std::to_string(constant->number);
      }
      if (!seen.insert({constant->type, text}).second) {
        fail("mapping pattern checks duplicate key (" + constant_text(*constant) + ")", n->position);
      }
    }
  }

  std::optional<SyntaxError> error_;
};

}  // namespace

std::optional<SyntaxError> check_pattern(const MatchCase& match_case, bool last) {
  return PatternChecker().run(match_case, last);
}

}  // namespace threadbook::python
