// Constants of a syntax tree as Python writes them: repr().
#pragma once

#include <string>
#include <string_view>

#include "python/syntax/ast.h"

namespace threadbook::python {

// repr() of the constant's value, in UTF-8.
std::string constant_text(const ast::Constant& constant);

// Appends repr() of a str (UTF-8 or WTF-8) or of bytes to `out`.
void append_string_repr(std::string_view value, bool bytes, std::string& out);

}  // namespace threadbook::python
