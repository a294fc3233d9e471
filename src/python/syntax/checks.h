// The syntax errors that CPython finds after parsing, in its symbol table and its compiler: 'return'
// outside function, duplicate argument, name declared global after use, misplaced star-expressions,
// bad __future__ imports, and so on. One walk over the tree after the symbol table is built.
//
// CPython stops at the first error its passes meet: future imports, then the symbol table, then the
// code generator in its own order. check() reports the same one.
#pragma once

#include <optional>
#include <string_view>

#include "python/syntax/ast.h"
#include "python/syntax/symtable.h"
#include "python/syntax/syntax_error.h"

namespace threadbook::python {

// The first error of `module`, with its source line, or nothing. `source` is what was parsed;
// `symbols` its symbol table.
std::optional<SyntaxError> check(const ast::Module& module, const SymbolTable& symbols, std::string_view source);
std::optional<SyntaxError> check(const ast::Expression& expression, const SymbolTable& symbols,
                                 std::string_view source);

}  // namespace threadbook::python
