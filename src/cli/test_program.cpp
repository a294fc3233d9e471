#include "cli/test_program.h"

#include <algorithm>
#include <map>
#include <span>

#include "python/syntax/ast.h"
#include "python/syntax/parser.h"

namespace threadbook::cli {
namespace {

namespace ast = python::ast;

// The last name of `TestCase`, `unittest.TestCase`.
std::string_view last_name(const ast::Expr* expr) {
  if (expr->kind == ast::Expr::Kind::Name) return ast::as<ast::Name>(expr)->id;
  if (expr->kind == ast::Expr::Kind::Attribute) return ast::as<ast::Attribute>(expr)->attr;
  return "";
}

class Tests {
 public:
  void look_at(std::span<ast::Stmt* const> body) {
    for (const ast::Stmt* statement : body) {
      if (statement->kind == ast::Stmt::Kind::ClassDef) look_at(*ast::as<ast::ClassDef>(statement));
      if (statement->kind == ast::Stmt::Kind::If) look_at(ast::as<ast::If>(statement)->body);
      if (statement->kind == ast::Stmt::Kind::ExprStmt) look_at(*ast::as<ast::ExprStmt>(statement)->value);
    }
  }

  std::vector<std::string> names;
  bool calls_main = false;
  bool does_something = false;  // else than defining

 private:
  void look_at(const ast::Expr& expression) {
    if (expression.kind == ast::Expr::Kind::Constant) return;  // a docstring
    does_something = true;
    if (expression.kind != ast::Expr::Kind::Call) return;
    const auto& call = *ast::as<ast::Call>(&expression);
    const bool has_arguments_of_its_own = std::any_of(call.keywords.begin(), call.keywords.end(),
                                                      [](const ast::Keyword* each) { return each->arg == "argv"; });
    calls_main |= last_name(call.func) == "main" && !has_arguments_of_its_own;
  }

  void look_at(const ast::ClassDef& cls) {
    bool has_tests = false;
    std::vector<std::string> methods;
    for (const ast::Expr* base : cls.bases) {
      const std::string name(last_name(base));
      const auto known = methods_.find(name);
      has_tests |= name == "TestCase" || known != methods_.end();
      if (known != methods_.end()) methods = known->second;
    }
    if (!has_tests) return;
    for (const ast::Stmt* statement : cls.body) {
      if (statement->kind != ast::Stmt::Kind::FunctionDef) continue;
      const std::string name(ast::as<ast::FunctionDef>(statement)->name);
      if (name.starts_with("test") && std::find(methods.begin(), methods.end(), name) == methods.end())
        methods.push_back(name);
    }
    for (const std::string& method : methods) names.push_back(std::string(cls.name) + "." + method);
    methods_[std::string(cls.name)] = std::move(methods);
  }

  std::map<std::string, std::vector<std::string>> methods_;  // of test classes
};

}  // namespace

TestProgram test_program(std::string_view source, std::string_view filename) {
  const python::ParseResult parsed = python::parse(source, filename);
  if (!parsed || source.find("unittest") == std::string_view::npos) return {};
  Tests tests;
  tests.look_at(parsed.module->body);
  if (!tests.calls_main && tests.does_something) return {};
  TestProgram program{std::move(tests.names), std::string(source)};
  if (!tests.calls_main) program.source += "\n\nimport unittest\nunittest.main()\n";
  return program;
}

}  // namespace threadbook::cli
