// The compiler: a syntax tree and its symbol table to register bytecode.
//
// One pass over the tree, one CodeBuilder (code_builder.h) per function, class body, comprehension or
// module. Registers are given out as a stack of temporaries above the locals; a local that surely has
// a value is used in place, so `x = a + b` is one instruction. Exits through `finally` and `with`
// compile their clean-up again at each exit (as CPython since 3.8), so the normal path is straight.
// Cost: linear in the source; nothing is optimised across statements.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "python/compiler/code.h"
#include "python/syntax/syntax_error.h"

namespace threadbook::python {

// Something legal that is hardly meant: `x is 1`. CPython's SyntaxWarning.
struct SyntaxWarning {
  std::string message;
  std::uint32_t lineno = 0;
  std::string line;  // the source line
};

struct CompileResult {
  std::shared_ptr<const Code> code;  // nullptr if there is an error
  std::optional<SyntaxError> error;
  std::vector<SyntaxWarning> warnings = {};
  bool parsed = false;  // the error is none of the grammar's
};

enum class CompileMode : std::uint8_t {
  Exec,
  Eval,    // one expression, which the code returns
  Single,  // expression statements show their value, as at a prompt
};

struct CompileOptions {
  CompileMode mode = CompileMode::Exec;
  bool library = false;  // frames of this code are left out of tracebacks
  // The names of the module's own code are those of a mapping in the frame, as in a class body: for
  // exec() with locals that are not the globals.
  bool names_in_locals = false;
  std::uint32_t future_features = 0;  // of __future__, inherited from the code that compiles this (syntax/future.h)
};

// Parses, checks and compiles `source` (UTF-8). Pure: any thread, does not block.
CompileResult compile(std::string_view source, std::string_view filename, const CompileOptions& options = {});

}  // namespace threadbook::python
