#include "python/syntax/symtable.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "python/syntax/parser.h"

using namespace threadbook::python;

namespace {

struct Analysed {
  explicit Analysed(std::string_view source) : parsed(parse(source, "test")) {
    REQUIRE(parsed.module);
    table = build_symbol_table(*parsed.module);
  }
  // The first scope of that name.
  const Scope& scope(std::string_view name) const {
    for (const auto& scope : table.scopes()) {
      if (scope->name == name) return *scope;
    }
    FAIL("no such scope");
    return table.top();
  }
  ParseResult parsed;
  SymbolTable table;
};

using Names = std::vector<std::string_view>;

}  // namespace

TEST_CASE("symtable: a captured variable is a cell outside and free inside") {
  Analysed program("def f(a):\n  b = 1\n  def g():\n    return a + c\n  return b\n");
  const Scope& f = program.scope("f");
  CHECK(f.resolve("a") == Resolution::Cell);
  CHECK(f.resolve("b") == Resolution::Local);
  CHECK(f.locals == Names{"a", "b", "g"});
  CHECK(f.cells == Names{"a"});
  const Scope& g = program.scope("g");
  CHECK(g.resolve("a") == Resolution::Free);
  CHECK(g.resolve("c") == Resolution::GlobalImplicit);
  CHECK(g.frees == Names{"a"});
  CHECK(g.qualname == "f.<locals>.g");
  CHECK(program.table.top().resolve("f") == Resolution::Local);
}

TEST_CASE("symtable: what lies between passes a free variable on") {
  Analysed program("def f():\n  x = 1\n  def g():\n    def h():\n      return x\n");
  CHECK(program.scope("g").resolve("x") == Resolution::Free);
}

TEST_CASE("symtable: names of a class body are not seen by its methods") {
  Analysed program("class C:\n  x = 1\n  def m(self):\n    return x\n");
  CHECK(program.scope("C").resolve("x") == Resolution::Name);
  CHECK(program.scope("m").resolve("x") == Resolution::GlobalImplicit);
  CHECK(program.scope("m").qualname == "C.m");
}

TEST_CASE("symtable: super() needs the implicit __class__ cell") {
  Analysed program("class C:\n  def m(self):\n    super().m()\n");
  CHECK(program.scope("C").needs_class_cell);
  CHECK(program.scope("C").cells == Names{"__class__"});
  CHECK(program.scope("m").frees == Names{"__class__"});
}

TEST_CASE("symtable: private names are mangled in classes") {
  Analysed program("class _C:\n  def m(self):\n    self.__x = __y\n    __z__ = 1\n");
  const Scope& m = program.scope("m");
  CHECK(m.mangle("__y") == "_C__y");
  CHECK(m.find("__y")->name == "_C__y");
  CHECK(m.mangle("__z__") == "__z__");
}

TEST_CASE("symtable: comprehensions are functions, their first iterable is outside") {
  Analysed program("def f(a):\n  return [x + b for x in a]\n");
  const Scope& listcomp = program.scope("<listcomp>");
  CHECK(listcomp.parameters == Names{".0"});
  CHECK(listcomp.resolve("x") == Resolution::Local);
  CHECK(listcomp.resolve("a") == Resolution::GlobalImplicit);  // not used there
  CHECK(listcomp.find("a") == nullptr);
  CHECK(listcomp.qualname == "f.<locals>.<listcomp>");
}

TEST_CASE("symtable: := in a comprehension binds in the function around it") {
  Analysed program("def f():\n  [y := x for x in z]\n  return y\n");
  CHECK(program.scope("f").resolve("y") == Resolution::Cell);
  CHECK(program.scope("f").uses_walrus);
  CHECK(program.scope("<listcomp>").resolve("y") == Resolution::Free);
  Analysed global("[y := x for x in z]\n");
  CHECK(global.scope("<listcomp>").resolve("y") == Resolution::GlobalExplicit);
}

TEST_CASE("symtable: global and nonlocal") {
  Analysed program("def f():\n  global g\n  g = 1\n  n = 2\n  def h():\n    nonlocal n\n    n = g\n");
  CHECK(program.scope("f").resolve("g") == Resolution::GlobalExplicit);
  CHECK(program.scope("f").resolve("n") == Resolution::Cell);
  CHECK(program.scope("h").resolve("n") == Resolution::Free);
  CHECK(program.scope("h").resolve("g") == Resolution::GlobalImplicit);
}

TEST_CASE("symtable: properties of functions") {
  Analysed program("def g(*a, **k):\n  yield 1\n  return 2\nasync def c(): await x\ndef d():\n  del z\n  locals()\n");
  CHECK(program.scope("g").is_generator);
  CHECK(program.scope("g").has_varargs);
  CHECK(program.scope("g").has_varkeywords);
  CHECK(program.scope("g").has_return_value);
  CHECK(program.scope("c").is_coroutine);
  CHECK_FALSE(program.scope("c").is_generator);
  CHECK(program.scope("d").find("z")->deleted);
  CHECK(program.scope("d").uses_locals);
}

TEST_CASE("symtable: scopes are found by their node") {
  Analysed program("f = lambda: 1\n");
  auto* assign = ast::as<ast::Assign>(program.parsed.module->body[0]);
  CHECK(program.table.at(assign->value).kind == Scope::Kind::Lambda);
}
