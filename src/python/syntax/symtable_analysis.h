// The second half of building a symbol table: from how names are used in each scope to what they
// mean there. Private to src/python/syntax; symtable.h says what the rules are.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/syntax/ast.h"
#include "python/syntax/symtable.h"
#include "python/syntax/syntax_error.h"

namespace threadbook::python {

// A name of a `global` or `nonlocal` statement, and where it stands.
struct Directive {
  std::string_view name;  // mangled
  ast::Position position;
};
using Directives = std::unordered_map<const Scope*, std::vector<Directive>>;

// Gives every symbol its resolution and every scope its lists and qualified name. The first of
// `scopes` is the module. Returns CPython's error if there is one.
std::optional<SyntaxError> analyse_names(const std::vector<std::unique_ptr<Scope>>& scopes,
                                         const Directives& directives);

// The symbol of `mangled_name` in `scope`, made if there is none.
Symbol& symbol_entry(Scope& scope, std::string_view mangled_name);

// A function, lambda or comprehension: its variables can be captured.
inline bool is_function(const Scope& scope) {
  return scope.kind == Scope::Kind::Function || scope.kind == Scope::Kind::Lambda ||
         scope.kind == Scope::Kind::Comprehension;
}

}  // namespace threadbook::python
