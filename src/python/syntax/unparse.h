// An expression of a syntax tree as source text again: what `from __future__ import annotations` puts in the place
// of an annotation's value.
//
// The text is CPython 3.11's to the letter, for programs print it: one blank around operators, parentheses only
// where precedence asks for them, constants by their repr(). It is what CPython's compiler writes, which differs in
// places from the ast.unparse of its library (`lambda*a: x` here, `lambda *a: x` there). Comments, line breaks and
// the way a number was written are gone with the tree. Linear in the tree; long chains of operators, calls,
// attributes and subscripts do not recurse.
#pragma once

#include <string>

#include "python/syntax/ast.h"

namespace threadbook::python {

// `expression` in UTF-8, lone surrogates escaped by repr().
std::string unparse(const ast::Expr& expression);

}  // namespace threadbook::python
