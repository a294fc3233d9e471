// The errors that CPython's compiler finds in the patterns of a match statement: unreachable
// alternatives, names bound twice, alternatives that bind different names. Part of check().
#pragma once

#include <optional>

#include "python/syntax/ast.h"
#include "python/syntax/syntax_error.h"

namespace threadbook::python {

// The first error in the pattern of `match_case`; `last` says that no case follows it. The error has
// byte offsets and no text.
std::optional<SyntaxError> check_pattern(const ast::MatchCase& match_case, bool last);

}  // namespace threadbook::python
