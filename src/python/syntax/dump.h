// A syntax tree as text, exactly as CPython 3.11's ast.dump prints it: the tests compare the two
// over whole libraries, and a reader can look at what the parser made of a program.
#pragma once

#include <string>

#include "python/syntax/ast.h"

namespace threadbook::python {

// ast.dump(tree, include_attributes=include_attributes).
std::string dump(const ast::Module& module, bool include_attributes = false);
std::string dump(const ast::Expression& expression, bool include_attributes = false);

}  // namespace threadbook::python
