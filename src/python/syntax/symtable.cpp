#include "python/syntax/symtable.h"

#include <string>
#include <utility>

#include "python/syntax/symtable_analysis.h"

namespace threadbook::python {

using namespace ast;

SymbolTable::SymbolTable() = default;
SymbolTable::~SymbolTable() = default;
SymbolTable::SymbolTable(SymbolTable&&) noexcept = default;
SymbolTable& SymbolTable::operator=(SymbolTable&&) noexcept = default;

namespace {

bool needs_mangling(std::string_view name) {
  return name.starts_with("__") && !name.ends_with("__") && name.find('.') == std::string_view::npos;
}

// "_C__x"; leading underscores of the class name are dropped, and a name of only underscores does
// not mangle.
std::string mangled(std::string_view class_name, std::string_view name) {
  std::size_t first = class_name.find_first_not_of('_');
  if (first == std::string_view::npos) return std::string(name);
  return "_" + std::string(class_name.substr(first)) + std::string(name);
}

}  // namespace

std::string_view Scope::mangle(std::string_view name) const {
  if (class_name.empty() || !needs_mangling(name)) return name;
  // Every mangled name of this scope is among its symbols.
  std::string long_name = mangled(class_name, name);
  auto found = index.find(long_name);
  return found == index.end() ? name : found->first;
}

const Symbol* Scope::find(std::string_view name) const {
  auto found = index.find(mangle(name));
  return found == index.end() ? nullptr : &symbols[found->second];
}

Resolution Scope::resolve(std::string_view name) const {
  const Symbol* symbol = find(name);
  return symbol ? symbol->resolution : Resolution::GlobalImplicit;
}

class SymbolTableBuilder {
 public:
  explicit SymbolTableBuilder(std::uint32_t inherited_features) {
    table_.names_ = std::make_unique<Arena>();
    table_.features_ = inherited_features;
  }

  SymbolTable build(const Module& module) {
    try {
      enter(Scope::Kind::Module, "<module>", nullptr, 0);
      table_.features_ |= future_imports(module.body).features;
      statements(module.body);
      leave();
      table_.error_ = analyse_names(table_.scopes_, directives_);
    } catch (const Stop&) {
    }
    return std::move(table_);
  }

  SymbolTable build(const Expression& expression) {
    try {
      enter(Scope::Kind::Module, "<module>", nullptr, 0);
      this->expression(expression.body);
      leave();
      table_.error_ = analyse_names(table_.scopes_, directives_);
    } catch (const Stop&) {
    }
    return std::move(table_);
  }

 private:
  struct Stop {};  // table_.error_ is set

  // What is only needed while building, beside the scope.
  struct Building {
    Scope* scope;
    bool iteration_target = false;     // inside the target of a comprehension's for
    unsigned iterable_expression = 0;  // inside a comprehension's iterable
  };

  [[noreturn]] void fail(std::string message, const Position& position) {
    table_.error_ = error_at(std::move(message), position);
    throw Stop{};
  }

  // ---- scopes ----

  Scope* enter(Scope::Kind kind, std::string_view name, const Node* node, std::uint32_t lineno) {
    auto owned = std::make_unique<Scope>();
    Scope* scope = owned.get();
    scope->kind = kind;
    scope->name = name;
    scope->node = node;
    scope->lineno = lineno;
    if (!stack_.empty()) {
      Scope* parent = stack_.back().scope;
      scope->parent = parent;
      scope->class_name = parent->class_name;
      scope->is_nested = parent->is_nested || is_function(*parent);
    }
    stack_.push_back({scope});
    if (annotation_depth_ > 0) {
      aside_.push_back(std::move(owned));
      return scope;
    }
    if (scope->parent) scope->parent->children.push_back(scope);
    if (node) table_.by_node_[node] = scope;
    table_.scopes_.push_back(std::move(owned));
    return scope;
  }
  void leave() { stack_.pop_back(); }
  Scope& scope() { return *stack_.back().scope; }

  // ---- names ----

  std::string_view mangle(const Scope& scope, std::string_view name) {
    if (scope.class_name.empty() || !needs_mangling(name)) return name;
    return table_.names_->intern(mangled(scope.class_name, name));
  }

  // Notes a use of `name` in the scope of `building`: the entry, to be marked by the caller.
  Symbol& note(Building& building, std::string_view name, const Position& position) {
    Symbol& symbol = symbol_entry(*building.scope, mangle(*building.scope, name));
    if (building.iteration_target) {
      if (symbol.declared_global || symbol.declared_nonlocal) {
        fail("comprehension inner loop cannot rebind assignment expression target '" + std::string(name) + "'",
             position);
      }
      symbol.iteration_variable = true;
    }
    return symbol;
  }
  void bind(std::string_view name, const Position& position) { note(stack_.back(), name, position).assigned = true; }
  void read(std::string_view name, const Position& position) { note(stack_.back(), name, position).referenced = true; }
  void parameter(std::string_view name, const Position& position) {
    Symbol& symbol = note(stack_.back(), name, position);
    if (symbol.parameter) {
      fail("duplicate argument '" + std::string(name) + "' in function definition", position);
    }
    symbol.parameter = true;
    scope().parameters.push_back(symbol.name);
  }
  void declare_global(Scope& where, std::string_view name) {
    std::string_view stored = mangle(where, name);
    symbol_entry(where, stored).declared_global = true;
    symbol_entry(*stack_.front().scope, stored).declared_global = true;
  }

  // ---- statements ----

  void statements(std::span<Stmt* const> list) {
    for (const Stmt* s : list) statement(s);
  }

  void statement(const Stmt* s) {
    using enum Stmt::Kind;
    switch (s->kind) {
      case FunctionDef: return function(as<ast::FunctionDef>(s), false);
      case AsyncFunctionDef: return function(as<ast::AsyncFunctionDef>(s), true);
      case ClassDef: return class_definition(as<ast::ClassDef>(s));
      case Return:
        if (as<ast::Return>(s)->value) {
          expression(as<ast::Return>(s)->value);
          scope().has_return_value = true;
        }
        return;
      case Delete:
        for (const Expr* target : as<ast::Delete>(s)->targets) expression(target);
        return;
      case Assign:
        for (const Expr* target : as<ast::Assign>(s)->targets) expression(target);
        return expression(as<ast::Assign>(s)->value);
      case AugAssign: expression(as<ast::AugAssign>(s)->target); return expression(as<ast::AugAssign>(s)->value);
      case AnnAssign: return annotated(as<ast::AnnAssign>(s));
      case For: return for_loop(as<ast::For>(s));
      case AsyncFor: return for_loop(as<ast::AsyncFor>(s));
      case While:
        expression(as<ast::While>(s)->test);
        statements(as<ast::While>(s)->body);
        return statements(as<ast::While>(s)->orelse);
      case If: return if_statement(as<ast::If>(s));
      case With: return with(as<ast::With>(s));
      case AsyncWith: return with(as<ast::AsyncWith>(s));
      case Match: {
        auto* n = as<ast::Match>(s);
        expression(n->subject);
        for (const MatchCase* c : n->cases) {
          pattern(c->pattern);
          optional(c->guard);
          statements(c->body);
        }
        return;
      }
      case Raise: optional(as<ast::Raise>(s)->exc); return optional(as<ast::Raise>(s)->cause);
      case Try: return try_statement(as<ast::Try>(s));
      case TryStar: return try_statement(as<ast::TryStar>(s));
      case Assert: expression(as<ast::Assert>(s)->test); return optional(as<ast::Assert>(s)->msg);
      case Import: return aliases(as<ast::Import>(s)->names);
      case ImportFrom: return aliases(as<ast::ImportFrom>(s)->names);
      case Global:
        for (std::string_view name : as<ast::Global>(s)->names) directive(s, name, true);
        return;
      case Nonlocal:
        for (std::string_view name : as<ast::Nonlocal>(s)->names) directive(s, name, false);
        return;
      case ExprStmt: return expression(as<ast::ExprStmt>(s)->value);
      case Pass:
      case Break:
      case Continue: return;
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
    expression(n->target);
    expression(n->iter);
    statements(n->body);
    statements(n->orelse);
  }
  template <class With>
  void with(const With* n) {
    for (const WithItem* item : n->items) {
      expression(item->context_expr);
      optional(item->optional_vars);
    }
    statements(n->body);
  }
  template <class Try>
  void try_statement(const Try* n) {
    statements(n->body);
    statements(n->orelse);
    for (const ExceptHandler* handler : n->handlers) {
      optional(handler->type);
      if (!handler->name.empty()) {
        Symbol& symbol = note(stack_.back(), handler->name, handler->position);
        symbol.assigned = symbol.deleted = true;  // it is unbound at the end of the clause
      }
      statements(handler->body);
    }
    statements(n->finalbody);
  }

  void aliases(std::span<Alias* const> names) {
    for (const Alias* alias : names) {
      if (alias->name == "*") {
        if (scope().kind != Scope::Kind::Module) {
          fail("import * only allowed at module level", alias->position);
        }
        continue;
      }
      std::string_view name = alias->asname;
      if (name.empty()) {
        name = alias->name;
        std::size_t dot = name.find('.');
        if (dot != std::string_view::npos) name = table_.names_->intern(name.substr(0, dot));
      }
      Symbol& symbol = note(stack_.back(), name, alias->position);
      symbol.imported = true;
    }
  }

  void directive(const Stmt* s, std::string_view name, bool global) {
    const char* word = global ? "global" : "nonlocal";
    if (const Symbol* symbol = find(scope(), name)) {
      std::string quoted = "name '" + std::string(name) + "' is ";
      if (symbol->parameter) fail(quoted + "parameter and " + word, s->position);
      if (symbol->referenced) {
        fail(quoted + "used prior to " + word + " declaration", s->position);
      }
      if (symbol->annotated) {
        fail("annotated name '" + std::string(name) + "' can't be " + word, s->position);
      }
      if (symbol->assigned) {
        fail(quoted + "assigned to before " + word + " declaration", s->position);
      }
    }
    if (global) {
      declare_global(scope(), name);
    } else {
      symbol_entry(scope(), mangle(scope(), name)).declared_nonlocal = true;
    }
    directives_[&scope()].push_back({mangle(scope(), name), s->position});
  }

  const Symbol* find(const Scope& scope, std::string_view name) {
    auto found = scope.index.find(mangle(scope, name));
    return found == scope.index.end() ? nullptr : &scope.symbols[found->second];
  }

  void annotated(const AnnAssign* n) {
    if (auto* target = try_as<Name>(n->target)) {
      const Symbol* symbol = find(scope(), target->id);
      if (symbol && (symbol->declared_global || symbol->declared_nonlocal) && n->simple && stack_.size() > 1) {
        fail("annotated name '" + std::string(target->id) + "' can't be " +
                 (symbol->declared_global ? "global" : "nonlocal"),
             n->position);
      }
      if (n->simple) {
        Symbol& own = note(stack_.back(), target->id, target->position);
        own.annotated = own.assigned = true;
      } else if (n->value) {
        bind(target->id, target->position);
      }
    } else {
      expression(n->target);
    }
    annotation(n->annotation);
    optional(n->value);
  }

  // With `from __future__ import annotations` an annotation is never evaluated: what it names
  // counts for nothing.
  void annotation(const Expr* e) {
    if (!e) return;
    if (!table_.has_future_annotations()) return expression(e);
    ++annotation_depth_;
    Scope unused;
    unused.parent = &scope();
    unused.class_name = scope().class_name;
    unused.kind = Scope::Kind::Annotation;
    stack_.push_back({&unused});
    expression(e);
    stack_.pop_back();
    --annotation_depth_;
  }

  template <class Function>
  void function(const Function* n, bool is_async) {
    bind(n->name, n->position);
    defaults(*n->args);
    auto annotations = [&](std::span<Arg* const> list) {
      for (const Arg* arg : list) annotation(arg->annotation);
    };
    annotations(n->args->posonlyargs);
    annotations(n->args->args);
    if (n->args->vararg) annotation(n->args->vararg->annotation);
    if (n->args->kwarg) annotation(n->args->kwarg->annotation);
    annotations(n->args->kwonlyargs);
    annotation(n->returns);
    for (const Expr* decorator : n->decorator_list) expression(decorator);
    Scope* inner = enter(Scope::Kind::Function, n->name, n, n->position.lineno);
    inner->is_coroutine = is_async;
    parameters(*n->args);
    statements(n->body);
    leave();
  }

  void defaults(const Arguments& a) {
    for (const Expr* value : a.defaults) expression(value);
    for (const Expr* value : a.kw_defaults) optional(value);
  }

  void parameters(const Arguments& a) {
    auto each = [&](std::span<Arg* const> list) {
      for (const Arg* arg : list) parameter(arg->arg, arg->position);
    };
    each(a.posonlyargs);
    each(a.args);
    each(a.kwonlyargs);
    if (a.vararg) {
      parameter(a.vararg->arg, a.vararg->position);
      scope().has_varargs = true;
    }
    if (a.kwarg) {
      parameter(a.kwarg->arg, a.kwarg->position);
      scope().has_varkeywords = true;
    }
  }

  void class_definition(const ClassDef* n) {
    bind(n->name, n->position);
    for (const Expr* base : n->bases) expression(base);
    for (const Keyword* keyword : n->keywords) expression(keyword->value);
    for (const Expr* decorator : n->decorator_list) expression(decorator);
    Scope* inner = enter(Scope::Kind::Class, n->name, n, n->position.lineno);
    inner->class_name = n->name;
    statements(n->body);
    leave();
  }

  // ---- expressions ----

  void optional(const Expr* e) {
    if (e) expression(e);
  }

  // What leans to the left without bound (operators, calls, attributes, subscripts) is visited
  // along its spine, innermost first.
  void expression(const Expr* e) {
    std::size_t mark = spine_.size();
    while (true) {
      const Expr* left = nullptr;
      switch (e->kind) {
        case Expr::Kind::BinOp: left = as<BinOp>(e)->left; break;
        case Expr::Kind::Attribute: left = as<Attribute>(e)->value; break;
        case Expr::Kind::Call: left = as<Call>(e)->func; break;
        case Expr::Kind::Subscript: left = as<Subscript>(e)->value; break;
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
        for (const Expr* argument : call->args) expression(argument);
        for (const Keyword* keyword : call->keywords) expression(keyword->value);
      } else if (auto* subscript = try_as<Subscript>(e)) {
        expression(subscript->slice);
      }
    }
  }

  void expressions(std::span<Expr* const> list) {
    for (const Expr* e : list) optional(e);
  }

  void single(const Expr* e) {
    using enum Expr::Kind;
    switch (e->kind) {
      case BoolOp: return expressions(as<ast::BoolOp>(e)->values);
      case NamedExpr: return walrus(as<ast::NamedExpr>(e));
      case UnaryOp: return expression(as<ast::UnaryOp>(e)->operand);
      case Lambda: {
        auto* n = as<ast::Lambda>(e);
        defaults(*n->args);
        enter(Scope::Kind::Lambda, "<lambda>", n, n->position.lineno);
        parameters(*n->args);
        expression(n->body);
        return leave();
      }
      case IfExp: return conditional(as<ast::IfExp>(e));
      case Dict: expressions(as<ast::Dict>(e)->keys); return expressions(as<ast::Dict>(e)->values);
      case Set: return expressions(as<ast::Set>(e)->elts);
      case ListComp: {
        auto* n = as<ast::ListComp>(e);
        return comprehension(n, "<listcomp>", n->generators, n->elt, nullptr, false);
      }
      case SetComp: {
        auto* n = as<ast::SetComp>(e);
        return comprehension(n, "<setcomp>", n->generators, n->elt, nullptr, false);
      }
      case DictComp: {
        auto* n = as<ast::DictComp>(e);
        return comprehension(n, "<dictcomp>", n->generators, n->key, n->value, false);
      }
      case GeneratorExp: {
        auto* n = as<ast::GeneratorExp>(e);
        return comprehension(n, "<genexpr>", n->generators, n->elt, nullptr, true);
      }
      case Await:
        not_in_annotation("await expression", e);
        expression(as<ast::Await>(e)->value);
        scope().is_coroutine = true;
        return;
      case Yield:
        not_in_annotation("yield expression", e);
        optional(as<ast::Yield>(e)->value);
        return generator(e);
      case YieldFrom:
        not_in_annotation("yield expression", e);
        expression(as<ast::YieldFrom>(e)->value);
        return generator(e);
      case Compare: expression(as<ast::Compare>(e)->left); return expressions(as<ast::Compare>(e)->comparators);
      case FormattedValue:
        expression(as<ast::FormattedValue>(e)->value);
        return optional(as<ast::FormattedValue>(e)->format_spec);
      case JoinedStr: return expressions(as<ast::JoinedStr>(e)->values);
      case Starred: return expression(as<ast::Starred>(e)->value);
      case Name: return name(as<ast::Name>(e));
      case List: return expressions(as<ast::List>(e)->elts);
      case Tuple: return expressions(as<ast::Tuple>(e)->elts);
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

  // `a if b else c if …` nests to the right without bound.
  void conditional(const IfExp* n) {
    while (true) {
      expression(n->test);
      expression(n->body);
      if (!is<IfExp>(n->orelse)) return expression(n->orelse);
      n = as<IfExp>(n->orelse);
    }
  }

  void name(const Name* n) {
    if (n->ctx != ExprContext::Load) {
      Symbol& symbol = note(stack_.back(), n->id, n->position);
      symbol.assigned = true;
      if (n->ctx == ExprContext::Del) symbol.deleted = true;
      return;
    }
    read(n->id, n->position);
    if (!is_function(scope())) {
      note_locals(n->id);
      return;
    }
    // super() without arguments needs the class it stands in.
    if (n->id == "super") read("__class__", n->position);
    note_locals(n->id);
  }
  void note_locals(std::string_view id) {
    if (id == "locals" || id == "vars" || id == "dir" || id == "exec" || id == "eval") {
      scope().uses_locals = true;
    }
  }

  void not_in_annotation(const char* what, const Expr* e) {
    if (scope().kind == Scope::Kind::Annotation) {
      fail(std::string("'") + what + "' can not be used within an annotation", e->position);
    }
  }

  void generator(const Expr* e) {
    scope().is_generator = true;
    if (scope().kind != Scope::Kind::Comprehension) return;
    std::string_view name = scope().name;
    std::string where = name == "<listcomp>"   ? "list comprehension"
                        : name == "<setcomp>"  ? "set comprehension"
                        : name == "<dictcomp>" ? "dict comprehension"
                                               : "generator expression";
    fail("'yield' inside " + where, e->position);
  }

  void walrus(const NamedExpr* n) {
    not_in_annotation("named expression", n);
    if (stack_.back().iterable_expression > 0) {
      fail("assignment expression cannot be used in a comprehension iterable expression", n->position);
    }
    if (scope().kind == Scope::Kind::Comprehension) {
      bind_outside_comprehension(as<Name>(n->target));
    } else {
      scope().uses_walrus = true;
    }
    expression(n->value);
    expression(n->target);
  }

  // `:=` in a comprehension binds in the innermost scope that is none.
  void bind_outside_comprehension(const Name* target) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      Scope& outer = *stack_[i].scope;
      switch (outer.kind) {
        case Scope::Kind::Comprehension: {
          const Symbol* symbol = find(outer, target->id);
          if (symbol && symbol->iteration_variable) {
            fail("assignment expression cannot rebind comprehension iteration variable '" + std::string(target->id) +
                     "'",
                 target->position);
          }
          continue;
        }
        case Scope::Kind::Function:
        case Scope::Kind::Lambda: {
          const Symbol* symbol = find(outer, target->id);
          if (symbol && symbol->declared_global) {
            declare_global(scope(), target->id);
          } else {
            symbol_entry(scope(), mangle(scope(), target->id)).declared_nonlocal = true;
          }
          directives_[&scope()].push_back({mangle(scope(), target->id), target->position});
          symbol_entry(outer, mangle(outer, target->id)).assigned = true;
          outer.uses_walrus = true;
          return;
        }
        case Scope::Kind::Module:
          declare_global(scope(), target->id);
          directives_[&scope()].push_back({mangle(scope(), target->id), target->position});
          symbol_entry(outer, mangle(outer, target->id)).declared_global = true;
          outer.uses_walrus = true;
          return;
        case Scope::Kind::Annotation: continue;
        case Scope::Kind::Class:
          fail("assignment expression within a comprehension cannot be used in a class body", target->position);
      }
    }
  }

  void comprehension(const Expr* node, std::string_view name, std::span<Comprehension* const> generators,
                     const Expr* element, const Expr* value, bool is_generator) {
    const Comprehension* first = generators[0];
    ++stack_.back().iterable_expression;
    expression(first->iter);
    --stack_.back().iterable_expression;
    Scope* inner = enter(Scope::Kind::Comprehension, name, node, node->position.lineno);
    inner->is_coroutine = first->is_async;
    parameter(".0", node->position);
    comprehension_target(first->target);
    expressions(first->ifs);
    for (const Comprehension* clause : generators.subspan(1)) {
      comprehension_target(clause->target);
      ++stack_.back().iterable_expression;
      expression(clause->iter);
      --stack_.back().iterable_expression;
      expressions(clause->ifs);
      if (clause->is_async) inner->is_coroutine = true;
    }
    optional(value);
    expression(element);
    inner->is_generator = is_generator;
    leave();
    if (inner->is_coroutine && !is_generator) scope().is_coroutine = true;
  }

  void comprehension_target(const Expr* target) {
    stack_.back().iteration_target = true;
    expression(target);
    stack_.back().iteration_target = false;
  }

  void pattern(const Pattern* p) {
    using enum Pattern::Kind;
    auto patterns = [&](std::span<Pattern* const> list) {
      for (const Pattern* x : list) pattern(x);
    };
    switch (p->kind) {
      case MatchValue: return expression(as<ast::MatchValue>(p)->value);
      case MatchSingleton: return;
      case MatchSequence: return patterns(as<ast::MatchSequence>(p)->patterns);
      case MatchMapping:
        expressions(as<ast::MatchMapping>(p)->keys);
        patterns(as<ast::MatchMapping>(p)->patterns);
        if (!as<ast::MatchMapping>(p)->rest.empty()) {
          bind(as<ast::MatchMapping>(p)->rest, p->position);
        }
        return;
      case MatchClass:
        expression(as<ast::MatchClass>(p)->cls);
        patterns(as<ast::MatchClass>(p)->patterns);
        return patterns(as<ast::MatchClass>(p)->kwd_patterns);
      case MatchStar:
        if (!as<ast::MatchStar>(p)->name.empty()) bind(as<ast::MatchStar>(p)->name, p->position);
        return;
      case MatchAs:
        if (as<ast::MatchAs>(p)->pattern) pattern(as<ast::MatchAs>(p)->pattern);
        if (!as<ast::MatchAs>(p)->name.empty()) bind(as<ast::MatchAs>(p)->name, p->position);
        return;
      case MatchOr: return patterns(as<ast::MatchOr>(p)->patterns);
    }
  }

  SymbolTable table_;
  std::vector<Building> stack_;
  std::vector<const Expr*> spine_;
  Directives directives_;
  unsigned annotation_depth_ = 0;              // inside annotations that are never evaluated
  std::vector<std::unique_ptr<Scope>> aside_;  // the scopes in there: nothing of them is kept
};

SymbolTable build_symbol_table(const Module& module, std::uint32_t features) {
  return SymbolTableBuilder(features).build(module);
}

SymbolTable build_symbol_table(const Expression& expression, std::uint32_t features) {
  return SymbolTableBuilder(features).build(expression);
}

}  // namespace threadbook::python
