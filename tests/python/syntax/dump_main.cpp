// A command for the comparisons with CPython in this folder: what the parser, the symbol table and
// the checks make of files.
//   dump_main ast|ast-plain|annotations|symbols|check|error|parse-error|highlight|time FILE...
// annotations prints those of the module's own variables as text, a line each. check prints what
// python3 would on standard error; error and parse-error its fields, the latter without the errors
// found after parsing.
// For one file the answer is written to standard output; for more, each is preceded by its length
// in bytes on a line of its own.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "python/syntax/checks.h"
#include "python/syntax/dump.h"
#include "python/syntax/highlight.h"
#include "python/syntax/parser.h"
#include "python/syntax/symtable.h"
#include "python/syntax/unparse.h"

using namespace threadbook::python;

namespace {

// The flags of `_symtable`'s symbols, CPython's DEF_… and scope constants.
int flags_of(const Symbol& symbol) {
  int scope = 0;
  switch (symbol.resolution) {
    case Resolution::Local:
    case Resolution::Name: scope = 1; break;
    case Resolution::GlobalExplicit: scope = 2; break;
    case Resolution::GlobalImplicit: scope = 3; break;
    case Resolution::Free: scope = 4; break;
    case Resolution::Cell: scope = 5; break;
  }
  return symbol.declared_global << 0 | symbol.assigned << 1 | symbol.parameter << 2 | symbol.declared_nonlocal << 3 |
         symbol.referenced << 4 | symbol.free_in_class << 6 | symbol.imported << 7 | symbol.annotated << 8 |
         symbol.iteration_variable << 9 | scope << 11;
}

void dump_scope(const Scope& scope, int depth, std::string& out) {
  out += std::string(static_cast<std::size_t>(depth), ' ');
  out += scope.kind == Scope::Kind::Module ? "top" : std::string(scope.name);
  out += " " + std::to_string(scope.lineno) + (scope.is_nested ? " nested" : "");
  std::vector<const Symbol*> symbols;
  for (const Symbol& symbol : scope.symbols) symbols.push_back(&symbol);
  std::sort(symbols.begin(), symbols.end(), [](const Symbol* a, const Symbol* b) { return a->name < b->name; });
  for (const Symbol* symbol : symbols) {
    out += " " + std::string(symbol->name) + ":" + std::to_string(flags_of(*symbol));
  }
  out += "\n";
  for (const Scope* child : scope.children) dump_scope(*child, depth + 1, out);
}

std::string answer(std::string_view what, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string source{std::istreambuf_iterator<char>(file), {}};
  if (what == "highlight") {
    std::string out;
    for (const HighlightSpan& span : highlight(source)) {
      out += std::to_string(span.start) + "-" + std::to_string(span.end) + " " +
             std::to_string(static_cast<int>(span.kind)) + "\n";
    }
    return out;
  }
  if (what == "time") {
    auto start = std::chrono::steady_clock::now();
    ParseResult result = parse(source, path);
    auto end = std::chrono::steady_clock::now();
    return std::to_string(std::chrono::duration<double, std::milli>(end - start).count()) + " ms\n";
  }
  ParseResult result = parse(source, path);
  std::optional<SyntaxError> error = result.error;
  if (!error && (what == "check" || what == "error")) {
    error = check(*result.module, build_symbol_table(*result.module), source);
  }
  if (what == "check") return error ? format_syntax_error(*error, path) : "";
  if (what == "error" || (what == "parse-error")) {
    if (!error) return "";
    return error->type + "|" + error->message + "|" + std::to_string(error->lineno) + "|" +
           std::to_string(error->offset) + "|" + std::to_string(error->end_lineno) + "|" +
           std::to_string(error->end_offset == kNoOffset ? 0 : error->end_offset) + "\n";
  }
  if (error) return error->type + ": " + error->message + "\n";
  if (what == "symbols") {
    SymbolTable table = build_symbol_table(*result.module);
    if (table.error()) return table.error()->type + ": " + table.error()->message + "\n";
    std::string out;
    dump_scope(table.top(), 0, out);
    return out;
  }
  if (what == "annotations") {
    std::string out;
    for (const ast::Stmt* statement : result.module->body) {
      if (const auto* annotated = ast::try_as<ast::AnnAssign>(statement)) {
        out += unparse(*annotated->annotation) + "\n";
      }
    }
    return out;
  }
  return dump(*result.module, what == "ast") + "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: dump_main ast|ast-plain|annotations|symbols|check|error|parse-error|highlight|time "
                 "FILE...\n";
    return 2;
  }
  for (int i = 2; i < argc; ++i) {
    std::string text = answer(argv[1], argv[i]);
    if (argc > 3) std::printf("%zu\n", text.size());
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return 0;
}
