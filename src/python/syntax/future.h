// What `from __future__ import …` at the beginning of a program asks for.
//
// CPython 3.11 knows ten features, of which eight have become the language. Two still change something, and the
// code of a program that asks for one says so (co_flags), so that what the program compiles while it runs inherits
// it: `annotations` keeps annotations as text, `barry_as_FLUFL` is a joke that is accepted and does nothing here.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "python/syntax/ast.h"
#include "python/syntax/syntax_error.h"

namespace threadbook::python {

// Features are sets of bits, those of co_flags and of compile()'s flags.
inline constexpr std::uint32_t kFutureBarry = 0x40'0000;
inline constexpr std::uint32_t kFutureAnnotations = 0x100'0000;
// All that have a bit, those included that change nothing any more.
inline constexpr std::uint32_t kFutureFeatures = 0x1FE'0000;

struct FutureImports {
  std::uint32_t features = 0;        // that change something
  std::uint32_t last_line = 0;       // of the last such import; 0: there is none
  std::optional<SyntaxError> error;  // a feature that nobody knows, an import behind other statements on its line
};

// The imports at the beginning of a module, behind its docstring. One that comes later is not seen: the checks
// refuse it, for it is below `last_line`.
FutureImports future_imports(std::span<ast::Stmt* const> body);

}  // namespace threadbook::python
