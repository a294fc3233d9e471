#include "python/syntax/checks.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "python/syntax/future.h"
#include "python/syntax/lexer.h"
#include "python/syntax/pattern_checks.h"
#include "python/syntax/utf8.h"

namespace threadbook::python {

using namespace ast;

namespace {

constexpr std::size_t kMaximumBlocks = 20;  // CPython's CO_MAXBLOCKS

struct Stop {};

// ---- the code generator's own errors -----------------------------------------------------------

class Checker {
 public:
  Checker(const SymbolTable& symbols, std::uint32_t last_future_line)
      : symbols_(symbols), last_future_line_(last_future_line) {
    functions_.push_back({Place::Module, &symbols.top(), {}});
  }

  std::optional<SyntaxError> run(std::span<Stmt* const> body) {
    try {
      statements(body);
    } catch (const Stop&) {
    }
    return std::move(error_);
  }
  std::optional<SyntaxError> run(const Expr* body) {
    try {
      expression(body);
    } catch (const Stop&) {
    }
    return std::move(error_);
  }

 private:
  enum class Place { Module, Class, Function, AsyncFunction, Lambda, Comprehension };
  enum class Block { Loop, ExceptStar, Other };

  struct Function {
    Place place;
    const Scope* scope;
    std::vector<Block> blocks;
  };

  [[noreturn]] void fail(std::string message, const Position& position) {
    error_ = error_at(std::move(message), position);
    throw Stop{};
  }

  Function& function() { return functions_.back(); }
  bool in_function() {
    Place place = function().place;
    return place != Place::Module && place != Place::Class;
  }

  // ---- names that may not be bound ----

  void bindable(std::string_view name, const Position& position) {
    if (name == "__debug__") fail("cannot assign to __debug__", position);
  }
  void bindable(const Arguments& a, const Position& position) {
    auto each = [&](std::span<Arg* const> list) {
      for (const Arg* arg : list) bindable(arg->arg, position);
    };
    each(a.args);
    each(a.posonlyargs);
    each(a.kwonlyargs);
    if (a.vararg) bindable(a.vararg->arg, position);
    if (a.kwarg) bindable(a.kwarg->arg, position);
  }

  // ---- blocks ----

  void push(Block block, const Position& position) {
    if (function().blocks.size() >= kMaximumBlocks) {
      fail("too many statically nested blocks", position);
    }
    function().blocks.push_back(block);
  }
  void pop() { function().blocks.pop_back(); }

  void leave_loop(const Stmt* s, const char* message) {
    auto& blocks = function().blocks;
    for (std::size_t i = blocks.size(); i-- > 0;) {
      if (blocks[i] == Block::Loop) return;
      if (blocks[i] == Block::ExceptStar) fail_except_star(s);
    }
    fail(message, s->position);
  }
  [[noreturn]] void fail_except_star(const Stmt* s) {
    fail("'break', 'continue' and 'return' cannot appear in an except* block", s->position);
  }

  // ---- statements ----

  void statements(std::span<Stmt* const> list) {
    for (const Stmt* s : list) statement(s);
  }

  void statement(const Stmt* s) {
    using enum Stmt::Kind;
    switch (s->kind) {
      case FunctionDef: return definition(as<ast::FunctionDef>(s), Place::Function);
      case AsyncFunctionDef: return definition(as<ast::AsyncFunctionDef>(s), Place::AsyncFunction);
      case ClassDef: return class_definition(as<ast::ClassDef>(s));
      case Return: return return_statement(as<ast::Return>(s));
      case Delete: return expressions(as<ast::Delete>(s)->targets);
      case Assign: expression(as<ast::Assign>(s)->value); return expressions(as<ast::Assign>(s)->targets);
      case AugAssign: {
        auto* n = as<ast::AugAssign>(s);
        if (is<Name>(n->target)) {
          bindable(as<Name>(n->target)->id, n->target->position);
        } else if (auto* attribute = try_as<Attribute>(n->target)) {
          expression(attribute->value);
        } else {
          expression(n->target);
        }
        return expression(n->value);
      }
      case AnnAssign: return annotated(as<ast::AnnAssign>(s));
      case For: return for_loop(as<ast::For>(s));
      case AsyncFor:
        if (function().place != Place::AsyncFunction) {
          fail("'async for' outside async function", s->position);
        }
        return for_loop(as<ast::AsyncFor>(s));
      case While:
        push(Block::Loop, s->position);
        expression(as<ast::While>(s)->test);
        statements(as<ast::While>(s)->body);
        pop();
        return statements(as<ast::While>(s)->orelse);
      case If: return if_statement(as<ast::If>(s));
      case With: return with(as<ast::With>(s));
      case AsyncWith:
        if (function().place != Place::AsyncFunction) {
          fail("'async with' outside async function", s->position);
        }
        return with(as<ast::AsyncWith>(s));
      case Match: return match(as<ast::Match>(s));
      case Raise: optional(as<ast::Raise>(s)->exc); return optional(as<ast::Raise>(s)->cause);
      case Try: return try_statement(as<ast::Try>(s), Block::Other);
      case TryStar: return try_statement(as<ast::TryStar>(s), Block::ExceptStar);
      case Assert: expression(as<ast::Assert>(s)->test); return optional(as<ast::Assert>(s)->msg);
      case Import:
        for (const Alias* alias : as<ast::Import>(s)->names) {
          std::string_view name = alias->asname.empty() ? alias->name.substr(0, alias->name.find('.')) : alias->asname;
          bindable(name, s->position);
        }
        return;
      case ImportFrom: {
        auto* n = as<ast::ImportFrom>(s);
        if (n->module == "__future__" && s->position.lineno > last_future_line_) {
          fail("from __future__ imports must occur at the beginning of the file", s->position);
        }
        for (const Alias* alias : n->names) {
          bindable(alias->asname.empty() ? alias->name : alias->asname, s->position);
        }
        return;
      }
      case ExprStmt: return expression(as<ast::ExprStmt>(s)->value);
      case Break: return leave_loop(s, "'break' outside loop");
      case Continue: return leave_loop(s, "'continue' not properly in loop");
      case Global:
      case Nonlocal:
      case Pass: return;
    }
  }

  void return_statement(const Return* n) {
    if (!in_function()) fail("'return' outside function", n->position);
    const Scope& scope = *function().scope;
    if (n->value && scope.is_coroutine && scope.is_generator) {
      fail("'return' with value in async generator", n->position);
    }
    optional(n->value);
    auto& blocks = function().blocks;
    if (std::find(blocks.begin(), blocks.end(), Block::ExceptStar) != blocks.end()) {
      fail_except_star(n);
    }
  }

  // An elif chain nests without bound, so it is a loop.
  void if_statement(const If* n) {
    while (true) {
      expression(n->test);
      statements(n->body);
      if (n->orelse.size() != 1 || !is<If>(n->orelse[0])) return statements(n->orelse);
      n = as<If>(n->orelse[0]);
    }
  }

  template <class Loop>
  void for_loop(const Loop* n) {
    push(Block::Loop, n->position);
    expression(n->iter);
    expression(n->target);
    statements(n->body);
    pop();
    statements(n->orelse);
  }

  template <class With>
  void with(const With* n) {
    for (const WithItem* item : n->items) {
      expression(item->context_expr);
      push(Block::Other, n->position);
      optional(item->optional_vars);
    }
    statements(n->body);
    for (std::size_t i = 0; i < n->items.size(); ++i) pop();
  }

  template <class Try>
  void try_statement(const Try* n, Block handler_block) {
    if (!n->finalbody.empty()) push(Block::Other, n->position);
    if (n->handlers.empty()) {
      statements(n->body);
    } else {
      push(Block::Other, n->position);
      statements(n->body);
      pop();
      if (handler_block == Block::Other) {
        statements(n->orelse);
        push(Block::Other, n->position);
      } else {
        push(Block::ExceptStar, n->position);
      }
      for (std::size_t i = 0; i < n->handlers.size(); ++i) {
        const ExceptHandler* handler = n->handlers[i];
        if (!handler->type && i + 1 < n->handlers.size()) {
          fail("default 'except:' must be last", handler->position);
        }
        optional(handler->type);
        if (!handler->name.empty()) bindable(handler->name, handler->position);
        push(Block::Other, handler->position);
        statements(handler->body);
        pop();
      }
      pop();
      if (handler_block == Block::ExceptStar) statements(n->orelse);
    }
    if (n->finalbody.empty()) return;
    pop();
    push(Block::Other, n->position);
    statements(n->finalbody);
    pop();
  }

  void annotated(const AnnAssign* n) {
    optional(n->value);
    if (n->value) expression(n->target);
    if (auto* name = try_as<Name>(n->target)) {
      bindable(name->id, n->position);
    } else if (auto* attribute = try_as<Attribute>(n->target)) {
      bindable(attribute->attr, n->position);
      if (!n->value) expression(attribute->value);
    } else if (!n->value) {
      expression(n->target);
    }
    // A function's variables have no annotations.
    if (!in_function()) annotation(n->annotation);
  }

  void annotation(const Expr* e) {
    if (e && !symbols_.has_future_annotations()) expression(e);
  }

  template <class Definition>
  void definition(const Definition* n, Place place) {
    expressions(n->decorator_list);
    bindable(*n->args, n->position);
    defaults(*n->args);
    auto annotations = [&](std::span<Arg* const> list) {
      for (const Arg* arg : list) annotation(arg->annotation);
    };
    annotations(n->args->args);
    annotations(n->args->posonlyargs);
    if (n->args->vararg && n->args->vararg->annotation && !symbols_.has_future_annotations()) {
      const Expr* e = n->args->vararg->annotation;  // *args: *Ts
      expression(is<Starred>(e) ? as<Starred>(e)->value : e);
    }
    annotations(n->args->kwonlyargs);
    if (n->args->kwarg) annotation(n->args->kwarg->annotation);
    annotation(n->returns);
    functions_.push_back({place, &symbols_.at(n), {}});
    statements(n->body);
    functions_.pop_back();
    bindable(n->name, n->position);
  }

  void defaults(const Arguments& a) {
    expressions(a.defaults);
    for (const Expr* e : a.kw_defaults) optional(e);
  }

  void class_definition(const ClassDef* n) {
    expressions(n->decorator_list);
    functions_.push_back({Place::Class, &symbols_.at(n), {}});
    statements(n->body);
    functions_.pop_back();
    keywords(n->keywords, n->position);
    arguments(n->bases, n->keywords);
    bindable(n->name, n->position);
  }

  // ---- expressions ----

  void optional(const Expr* e) {
    if (e) expression(e);
  }
  void expressions(std::span<Expr* const> list) {
    for (const Expr* e : list) optional(e);
  }
  // Where `*x` may stand.
  void elements(std::span<Expr* const> list) {
    for (const Expr* e : list) expression(is<Starred>(e) ? as<Starred>(e)->value : e);
  }

  void keywords(std::span<Keyword* const> list, const Position& position) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i]->arg.empty()) continue;
      bindable(list[i]->arg, position);
      for (std::size_t j = i + 1; j < list.size(); ++j) {
        if (list[i]->arg != list[j]->arg) continue;
        fail("keyword argument repeated: " + std::string(list[j]->arg), list[j]->position);
      }
    }
  }
  void arguments(std::span<Expr* const> args, std::span<Keyword* const> keywords) {
    elements(args);
    for (const Keyword* keyword : keywords) expression(keyword->value);
  }

  // Chains that lean to the left have no bound, so their spine is a loop.
  void expression(const Expr* e) {
    std::size_t mark = spine_.size();
    while (true) {
      const Expr* left = nullptr;
      switch (e->kind) {
        case Expr::Kind::BinOp: left = as<BinOp>(e)->left; break;
        case Expr::Kind::Attribute: left = as<Attribute>(e)->value; break;
        case Expr::Kind::Subscript: left = as<Subscript>(e)->value; break;
        case Expr::Kind::Call:
          keywords(as<Call>(e)->keywords, e->position);
          left = as<Call>(e)->func;
          break;
        default: break;
      }
      if (!left) break;
      spine_.push_back(e);
      e = left;
    }
    single(e);
    while (spine_.size() > mark) {
      e = spine_.back();
      spine_.pop_back();
      if (auto* binary = try_as<BinOp>(e)) {
        expression(binary->right);
      } else if (auto* call = try_as<Call>(e)) {
        arguments(call->args, call->keywords);
      } else if (auto* subscript = try_as<Subscript>(e)) {
        expression(subscript->slice);
      } else if (auto* attribute = try_as<Attribute>(e)) {
        if (attribute->ctx == ExprContext::Store) bindable(attribute->attr, e->position);
      }
    }
  }

  void single(const Expr* e) {
    using enum Expr::Kind;
    switch (e->kind) {
      case BoolOp: return expressions(as<ast::BoolOp>(e)->values);
      case NamedExpr: expression(as<ast::NamedExpr>(e)->value); return expression(as<ast::NamedExpr>(e)->target);
      case UnaryOp: return expression(as<ast::UnaryOp>(e)->operand);
      case Lambda: {
        auto* n = as<ast::Lambda>(e);
        bindable(*n->args, e->position);
        defaults(*n->args);
        functions_.push_back({Place::Lambda, &symbols_.at(e), {}});
        expression(n->body);
        functions_.pop_back();
        return;
      }
      case IfExp: return conditional(as<ast::IfExp>(e));
      case Dict: {
        auto* n = as<ast::Dict>(e);
        for (std::size_t i = 0; i < n->keys.size(); ++i) {
          optional(n->keys[i]);
          expression(n->values[i]);
        }
        return;
      }
      case Set: return elements(as<ast::Set>(e)->elts);
      case ListComp: return comprehension(e, as<ast::ListComp>(e)->generators, as<ast::ListComp>(e)->elt);
      case SetComp: return comprehension(e, as<ast::SetComp>(e)->generators, as<ast::SetComp>(e)->elt);
      case DictComp:
        return comprehension(e, as<ast::DictComp>(e)->generators, as<ast::DictComp>(e)->key,
                             as<ast::DictComp>(e)->value);
      case GeneratorExp: return comprehension(e, as<ast::GeneratorExp>(e)->generators, as<ast::GeneratorExp>(e)->elt);
      case Await:
        if (!in_function()) fail("'await' outside function", e->position);
        if (function().place != Place::AsyncFunction && function().place != Place::Comprehension) {
          fail("'await' outside async function", e->position);
        }
        return expression(as<ast::Await>(e)->value);
      case Yield:
        if (!in_function()) fail("'yield' outside function", e->position);
        return optional(as<ast::Yield>(e)->value);
      case YieldFrom:
        if (!in_function()) fail("'yield' outside function", e->position);
        if (function().place == Place::AsyncFunction) {
          fail("'yield from' inside async function", e->position);
        }
        return expression(as<ast::YieldFrom>(e)->value);
      case Compare: expression(as<ast::Compare>(e)->left); return expressions(as<ast::Compare>(e)->comparators);
      case FormattedValue:
        expression(as<ast::FormattedValue>(e)->value);
        return optional(as<ast::FormattedValue>(e)->format_spec);
      case JoinedStr: return expressions(as<ast::JoinedStr>(e)->values);
      case Starred:
        fail(as<ast::Starred>(e)->ctx == ExprContext::Store ? "starred assignment target must be in a list or tuple"
                                                            : "can't use starred expression here",
             e->position);
      case Name: {
        auto* n = as<ast::Name>(e);
        if (n->ctx == ExprContext::Store) bindable(n->id, e->position);
        if (n->ctx == ExprContext::Del && n->id == "__debug__") {
          fail("cannot delete __debug__", e->position);
        }
        return;
      }
      case List: return sequence(e, as<ast::List>(e)->elts, as<ast::List>(e)->ctx);
      case Tuple: return sequence(e, as<ast::Tuple>(e)->elts, as<ast::Tuple>(e)->ctx);
      case Slice:
        optional(as<ast::Slice>(e)->lower);
        optional(as<ast::Slice>(e)->upper);
        return optional(as<ast::Slice>(e)->step);
      case Constant: return;
      case BinOp:
      case Attribute:
      case Call:
      case Subscript: return;  // expression() has them
    }
  }

  void conditional(const IfExp* n) {
    while (true) {
      expression(n->test);
      expression(n->body);
      if (!is<IfExp>(n->orelse)) return expression(n->orelse);
      n = as<IfExp>(n->orelse);
    }
  }

  void sequence(const Expr* e, std::span<Expr* const> list, ExprContext context) {
    if (context == ExprContext::Store) {
      bool seen = false;
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (!is<Starred>(list[i])) continue;
        if (seen) fail("multiple starred expressions in assignment", e->position);
        if (i >= 256) fail("too many expressions in star-unpacking assignment", e->position);
        seen = true;
      }
    }
    elements(list);
  }

  void comprehension(const Expr* e, std::span<Comprehension* const> generators, const Expr* element,
                     const Expr* value = nullptr) {
    Place outer = function().place;
    const Scope& scope = symbols_.at(e);
    expression(generators[0]->iter);
    if (scope.is_coroutine && !is<GeneratorExp>(e) && outer != Place::AsyncFunction && outer != Place::Comprehension) {
      fail("asynchronous comprehension outside of an asynchronous function", e->position);
    }
    functions_.push_back({Place::Comprehension, &scope, {}});
    for (std::size_t i = 0; i < generators.size(); ++i) {
      if (i > 0) expression(generators[i]->iter);
      expression(generators[i]->target);
      expressions(generators[i]->ifs);
    }
    expression(element);
    optional(value);
    functions_.pop_back();
  }

  void match(const Match* n) {
    expression(n->subject);
    for (std::size_t i = 0; i < n->cases.size(); ++i) {
      const MatchCase* c = n->cases[i];
      if (auto error = check_pattern(*c, i + 1 == n->cases.size())) {
        error_ = std::move(error);
        throw Stop{};
      }
      optional(c->guard);
      statements(c->body);
    }
  }

  const SymbolTable& symbols_;
  std::uint32_t last_future_line_;
  std::vector<Function> functions_;
  std::vector<const Expr*> spine_;
  std::optional<SyntaxError> error_;
};

// ---- the source line ---------------------------------------------------------------------------

// Adds the source line, and turns byte columns into character columns.
SyntaxError with_line(SyntaxError error, std::string_view source) {
  std::string storage;
  std::string_view text = normalise_source(source, storage);
  auto line = [&](std::uint32_t lineno) {
    std::size_t start = 0;
    for (std::uint32_t i = 1; i < lineno && start < text.size(); ++i) {
      start = text.find('\n', start) + 1;
    }
    return text.substr(start, text.find('\n', start) - start);
  };
  auto characters = [&](std::string_view text_of_line, std::uint32_t column) {
    if (column == 0) return column;
    return static_cast<std::uint32_t>(count_characters(text_of_line.substr(0, column - 1)) + 1);
  };
  error.text = line(error.lineno);
  error.offset = characters(error.text, error.offset);
  if (error.end_offset != kNoOffset) error.end_offset = characters(line(error.end_lineno), error.end_offset);
  return error;
}

}  // namespace

std::optional<SyntaxError> check(const Module& module, const SymbolTable& symbols, std::string_view source) {
  const FutureImports future = future_imports(module.body);
  std::optional<SyntaxError> error = future.error;
  if (!error) error = symbols.error();
  if (!error) error = Checker(symbols, future.last_line).run(module.body);
  if (error) return with_line(std::move(*error), source);
  return std::nullopt;
}

std::optional<SyntaxError> check(const Expression& expression, const SymbolTable& symbols, std::string_view source) {
  std::optional<SyntaxError> error = symbols.error();
  if (!error) error = Checker(symbols, 0).run(expression.body);
  if (error) return with_line(std::move(*error), source);
  return std::nullopt;
}

}  // namespace threadbook::python
