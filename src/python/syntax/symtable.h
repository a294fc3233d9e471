// Who owns each name: the symbol table, one Scope per block of the program.
//
// A first walk over the tree records, per scope, how each name is used (bound, read, declared
// global or nonlocal, a parameter, an import); a second walk from the module down decides what
// each use means: a local, a cell (a local that an inner scope captures), free (captured from an
// enclosing function) or global. The rules are CPython's
// (https://docs.python.org/3.11/reference/executionmodel.html): names of a class body are invisible
// to the functions inside it, a comprehension is a function scope whose first iterable is evaluated
// outside, `:=` in a comprehension binds in the function around it, `__x` in a class is mangled.
// Two walks over the tree, one hash table per scope; CPython's own errors of this stage
// ("name 'x' is parameter and global", …) are reported as it reports them.
//
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/syntax/ast.h"
#include "python/syntax/future.h"
#include "python/syntax/syntax_error.h"

namespace threadbook::python {

// What a name means inside one scope.
enum class Resolution : std::uint8_t {
  Local,           // a variable of this function (or module: its globals) that no inner scope uses
  Cell,            // a variable of this function that inner scopes capture
  Free,            // a variable of an enclosing function
  GlobalExplicit,  // declared by a `global` statement
  GlobalImplicit,  // not bound in any enclosing function: a global or a builtin
  Name,            // bound in this class body: looked up in the class namespace, then as a global
};

// How a scope uses one name, and what it means there.
struct Symbol {
  std::string_view name;  // mangled
  Resolution resolution = Resolution::GlobalImplicit;
  bool parameter = false;
  bool assigned = false;  // bound in any way but by being a parameter
  bool referenced = false;
  bool imported = false;
  bool annotated = false;  // target of an annotation `x: int`
  bool declared_global = false;
  bool declared_nonlocal = false;
  bool deleted = false;             // target of a `del` statement here
  bool iteration_variable = false;  // target of this comprehension's `for`
  // Class scopes only: an enclosing function's variable of this name must be passed through to
  // inner functions although the class body binds the name itself (CPython's DEF_FREE_CLASS).
  bool free_in_class = false;
};

struct Scope {
  // Annotation: one that is never evaluated. Only while the table is built.
  enum class Kind : std::uint8_t { Module, Function, Lambda, Comprehension, Class, Annotation };

  Kind kind = Kind::Module;
  std::string_view name;  // "foo", "<lambda>", "<listcomp>", "<genexpr>", "<module>"
  std::string qualname;   // as __qualname__: "Outer.method.<locals>.inner"; empty for the module
  Scope* parent = nullptr;
  const void* node = nullptr;   // the AST node this scope belongs to (nullptr: the module)
  std::uint32_t lineno = 0;     // of that node
  std::string_view class_name;  // of the innermost enclosing class, for mangling; may be empty

  std::vector<std::string_view> parameters;  // posonly, args, kwonly, *vararg, **kwarg; mangled
  // Of a function, in the order of first binding, parameters first: what needs a slot. Includes the
  // names in `cells`. For modules and classes: every name they bind.
  std::vector<std::string_view> locals;
  std::vector<std::string_view> cells;  // locals that inner scopes capture, sorted by name
  std::vector<std::string_view> frees;  // captured from outside, sorted by name (co_freevars)
  std::vector<Scope*> children;         // in source order

  bool is_generator = false;  // contains yield
  bool is_coroutine = false;  // async def, or a comprehension that awaits
  bool is_nested = false;     // inside a function scope
  bool uses_walrus = false;   // binds a name by `:=` (from here or from a comprehension inside)
  // Class: some function inside uses super() or __class__, so the class needs the implicit
  // __class__ cell (listed in `cells`).
  bool needs_class_cell = false;
  // Calls locals(), vars(), dir(), exec() or eval() by name: locals may be read by name.
  bool uses_locals = false;
  bool has_varargs = false;
  bool has_varkeywords = false;
  bool has_return_value = false;  // `return x` with a value

  // What `name` (unmangled, as in the tree) means here; GlobalImplicit when it is not used here.
  Resolution resolve(std::string_view name) const;
  // The entry of `name` (unmangled), or nullptr when it does not occur here.
  const Symbol* find(std::string_view name) const;
  // `name` as it is stored: "_C__x" for "__x" inside class C, else itself.
  std::string_view mangle(std::string_view name) const;

  std::vector<Symbol> symbols;  // in order of first occurrence

  // For the builder.
  std::unordered_map<std::string_view, std::uint32_t> index;  // mangled name -> place in `symbols`
};

class SymbolTable {
 public:
  SymbolTable();
  ~SymbolTable();
  SymbolTable(SymbolTable&&) noexcept;
  SymbolTable& operator=(SymbolTable&&) noexcept;

  // The module's scope (or an eval() expression's).
  const Scope& top() const { return *scopes_.front(); }

  // The scope of a FunctionDef, AsyncFunctionDef, Lambda, ClassDef, ListComp, SetComp, DictComp or
  // GeneratorExp node; the node must have one. `node` is the address of the concrete node or of
  // its Expr or Stmt base (they are the same).
  const Scope& at(const ast::Node* node) const { return *by_node_.at(node); }

  // What CPython would have raised, if anything; the scopes are then incomplete.
  const std::optional<SyntaxError>& error() const { return error_; }

  const std::vector<std::unique_ptr<Scope>>& scopes() const { return scopes_; }

  // What is imported from __future__, here or in the code that this is compiled for (future.h).
  std::uint32_t features() const { return features_; }
  bool has_future_annotations() const { return (features_ & kFutureAnnotations) != 0; }

 private:
  friend class SymbolTableBuilder;  // symtable.cpp
  std::vector<std::unique_ptr<Scope>> scopes_;
  std::unordered_map<const ast::Node*, Scope*> by_node_;
  std::unique_ptr<ast::Arena> names_;  // mangled names
  std::optional<SyntaxError> error_;
  std::uint32_t features_ = 0;
};

// The symbol table of a whole program. Names in it are views into the module's arena or the
// table's own, so the module must outlive the table. The SyntaxError in it has no `text` yet; see
// check() in checks.h, which adds it. `features`: those of __future__ that the program inherits.
SymbolTable build_symbol_table(const ast::Module& module, std::uint32_t features = 0);
SymbolTable build_symbol_table(const ast::Expression& expression, std::uint32_t features = 0);

}  // namespace threadbook::python
