// What the compiler complains of, as exceptions and warnings of the running program.
#pragma once

#include <span>

#include "python/compiler/compiler.h"
#include "python/objects/operations.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// Raises `error` as an exception of the class it names. Always Raised.
Status raise_syntax_error(ThreadState& thread, const SyntaxError& error, std::string_view filename);

// Writes the warnings to the error output as CPython's module warnings does:
// "main.py:3: SyntaxWarning: …" and the line.
void show_syntax_warnings(ThreadState& thread, std::span<const SyntaxWarning> warnings, std::string_view filename);

}  // namespace threadbook::python
