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

#include "python/compiler/code.h"
#include "python/syntax/syntax_error.h"

namespace threadbook::python {

struct CompileResult {
  std::shared_ptr<const Code> code;  // nullptr if there is an error
  std::optional<SyntaxError> error;
};

// Parses, checks and compiles `source` (UTF-8). `library` marks code whose frames are left out of
// tracebacks. `expression`: an expression to evaluate, for eval(). Pure: any thread, does not block.
CompileResult compile(std::string_view source, std::string_view filename, bool library = false,
                      bool expression = false);

}  // namespace threadbook::python
