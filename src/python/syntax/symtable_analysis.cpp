#include "python/syntax/symtable_analysis.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace threadbook::python {

using namespace ast;

Symbol& symbol_entry(Scope& scope, std::string_view mangled_name) {
  auto [place, added] = scope.index.try_emplace(mangled_name, static_cast<std::uint32_t>(scope.symbols.size()));
  if (added) {
    scope.symbols.emplace_back();
    scope.symbols.back().name = mangled_name;
  }
  return scope.symbols[place->second];
}

namespace {

using Names = std::unordered_set<std::string_view>;

class Analysis {
 public:
  explicit Analysis(const Directives& directives) : directives_(directives) {}

  std::optional<SyntaxError> run(const std::vector<std::unique_ptr<Scope>>& scopes) {
    try {
      Names free, global;
      analyse(*scopes.front(), nullptr, free, global);
      for (const auto& scope : scopes) finish(*scope);
    } catch (const Stop&) {
    }
    return std::move(error_);
  }

 private:
  struct Stop {};  // error_ is set

  [[noreturn]] void fail(std::string message, const Position& position) {
    error_ = error_at(std::move(message), position);
    throw Stop{};
  }

  struct Sets {
    Names local;
    Names own_bound, own_global;            // what this scope sees
    Names new_bound, new_free, new_global;  // what its children see, and capture
  };

  // `bound`: variables of the enclosing functions (nullptr for the module). `free` collects what
  // this scope and its children capture. `global`: declared global in an enclosing scope. Sets are
  // copied per scope, as in CPython, because siblings must not see each other's.
  void analyse(Scope& scope, const Names* bound, Names& free, const Names& global) {
    // On the heap, because functions nest deep and stacks are small.
    auto sets = std::make_unique<Sets>();
    auto& [local, own_bound, own_global, new_bound, new_free, new_global] = *sets;
    if (bound) own_bound = *bound;
    own_global = global;
    bool is_class = scope.kind == Scope::Kind::Class;
    if (is_class) {
      new_global = global;
      new_bound = own_bound;
    }
    for (Symbol& symbol : scope.symbols) {
      analyse_name(scope, symbol, bound ? &own_bound : nullptr, local, free, own_global);
    }
    if (is_class) {
      new_bound.insert("__class__");
    } else {
      if (is_function(scope)) new_bound = local;
      if (bound) new_bound.insert(own_bound.begin(), own_bound.end());
      new_global = own_global;
    }
    for (Scope* child : scope.children) analyse(*child, &new_bound, new_free, new_global);
    if (is_function(scope)) {
      for (Symbol& symbol : scope.symbols) {
        if (symbol.resolution == Resolution::Local && new_free.erase(symbol.name)) {
          symbol.resolution = Resolution::Cell;
        }
      }
    } else if (is_class && new_free.erase("__class__")) {
      scope.needs_class_cell = true;
    }
    std::vector<std::string_view> passed(new_free.begin(), new_free.end());
    std::sort(passed.begin(), passed.end());
    for (std::string_view name : passed) {
      if (auto found = scope.index.find(name); found != scope.index.end()) {
        Symbol& symbol = scope.symbols[found->second];
        if (is_class && (is_bound(symbol) || symbol.declared_global)) symbol.free_in_class = true;
      } else if (bound && own_bound.contains(name)) {
        symbol_entry(scope, name).resolution = Resolution::Free;
      }
    }
    free.insert(new_free.begin(), new_free.end());
  }

  static bool is_bound(const Symbol& symbol) { return symbol.assigned || symbol.parameter || symbol.imported; }

  void analyse_name(Scope& scope, Symbol& symbol, Names* bound, Names& local, Names& free, Names& global) {
    std::string_view name = symbol.name;
    if (symbol.declared_global) {
      if (symbol.declared_nonlocal) {
        fail("name '" + std::string(name) + "' is nonlocal and global", directive_of(scope, name));
      }
      symbol.resolution = Resolution::GlobalExplicit;
      global.insert(name);
      if (bound) bound->erase(name);
      return;
    }
    if (symbol.declared_nonlocal) {
      if (!bound) {
        fail("nonlocal declaration not allowed at module level", directive_of(scope, name));
      }
      if (!bound->contains(name)) {
        fail("no binding for nonlocal '" + std::string(name) + "' found", directive_of(scope, name));
      }
      symbol.resolution = Resolution::Free;
      free.insert(name);
      return;
    }
    if (is_bound(symbol)) {
      symbol.resolution = scope.kind == Scope::Kind::Class ? Resolution::Name : Resolution::Local;
      local.insert(name);
      global.erase(name);
      return;
    }
    if (bound && bound->contains(name)) {
      symbol.resolution = Resolution::Free;
      free.insert(name);
      return;
    }
    symbol.resolution = Resolution::GlobalImplicit;
  }

  Position directive_of(const Scope& scope, std::string_view name) const {
    auto found = directives_.find(&scope);
    if (found == directives_.end()) return {};
    for (const Directive& directive : found->second) {
      if (directive.name == name) return directive.position;
    }
    return {};
  }

  void finish(Scope& scope) {
    for (std::string_view parameter : scope.parameters) scope.locals.push_back(parameter);
    for (const Symbol& symbol : scope.symbols) {
      switch (symbol.resolution) {
        case Resolution::Cell: scope.cells.push_back(symbol.name); [[fallthrough]];
        case Resolution::Local:
        case Resolution::Name:
          if (!symbol.parameter) scope.locals.push_back(symbol.name);
          break;
        case Resolution::Free: scope.frees.push_back(symbol.name); break;
        default: break;
      }
      if (symbol.free_in_class) scope.frees.push_back(symbol.name);
    }
    if (scope.needs_class_cell) scope.cells.push_back("__class__");
    std::sort(scope.cells.begin(), scope.cells.end());
    std::sort(scope.frees.begin(), scope.frees.end());
    scope.frees.erase(std::unique(scope.frees.begin(), scope.frees.end()), scope.frees.end());
    if (!scope.parent) return;
    // The scope of type parameters shows in no name.
    const Scope* around = scope.parent;
    while (around->name == ast::kTypeParameterScope) around = around->parent;
    const Scope& parent = *around;
    scope.qualname = std::string(scope.name);
    if (!parent.parent) return;
    if (scope.kind == Scope::Kind::Function || scope.kind == Scope::Kind::Class) {
      if (parent.resolve(scope.name) == Resolution::GlobalExplicit) return;
    }
    bool function = parent.kind == Scope::Kind::Function || parent.kind == Scope::Kind::Lambda;
    scope.qualname = parent.qualname + (function ? ".<locals>." : ".") + scope.qualname;
  }

  const Directives& directives_;
  std::optional<SyntaxError> error_;
};

}  // namespace

std::optional<SyntaxError> analyse_names(const std::vector<std::unique_ptr<Scope>>& scopes,
                                         const Directives& directives) {
  return Analysis(directives).run(scopes);
}

}  // namespace threadbook::python
