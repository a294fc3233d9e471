// The one list of modules that are written in C++, and how the builtins come to be.
#pragma once

#include "python/vm/native_module.h"

namespace threadbook::python {

// For the Interpreter of a run.
NativeLibrary native_library();

// Gives the builtin classes their methods and `builtins` its names.
void fill_builtins(ThreadState& thread);

}  // namespace threadbook::python
