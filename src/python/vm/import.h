// Importing: the modules compiled into the program, native tables and library files.
#pragma once

#include "python/objects/operations.h"
#include "python/vm/calls.h"

namespace threadbook::python {

// `import name`: the module (`whole`, or no dot in the name) or its top package. Pushed while the
// code of a library module runs. ModuleNotFoundError.
Status import_name(ThreadState& thread, Str* name, bool whole, const Destination& destination, Value& out);
// `from module import name`: ImportError "cannot import name 'x' from 'm' (unknown location)".
Status import_from(ThreadState& thread, Value module, Str* name, Value& out);
// `from module import *` into the names of `into`.
Status import_star(ThreadState& thread, Value module, Module* into);

// The compiled code of a library file ("threading"); nullptr if there is none. Compiled once a
// process; an assert if it does not compile.
std::shared_ptr<const Code> library_code(std::string_view name);

// The names of the modules a program can import, sorted.
std::vector<std::string> importable_modules();

}  // namespace threadbook::python
