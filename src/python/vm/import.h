// Importing: the modules compiled into the program, native tables and library files.
//
// Here is the quick part: a module that is in sys.modules and ready, a native one, a name that is
// there. Everything else (packages, two threads at once, errors) is library/importing.py.
#pragma once

#include "python/objects/operations.h"
#include "python/vm/calls.h"
#include "python/vm/native_module.h"

namespace threadbook::python {

// `import name` in `importer`: the module (`whole`, or no dot in the name) or its top package. A name
// that begins with dots is relative to the importer's package.
Status import_name(ThreadState& thread, Module* importer, Str* name, bool whole, const Destination& destination,
                   Value& out);
// `from module import name`
Status import_from(ThreadState& thread, Value module, Str* name, const Destination& destination, Value& out);
// `from module import *` into the names of `into`.
Status import_star(ThreadState& thread, Value module, Module* into, const Destination& destination, Value& out);

enum class LibraryKind : std::uint8_t { None, Native, Module, Package };
// What there is by the full name of a module ("collections.abc").
LibraryKind find_library(const NativeLibrary& natives, std::string_view name);
// Fills `module` with what there is by that name: Ok, or Pushed to run its code.
Status run_library(ThreadState& thread, Module* module, std::string_view name, const Destination& destination);

// The compiled code of a library module; nullptr if there is none. Compiled once a process; an
// assert if it does not compile.
std::shared_ptr<const Code> library_code(std::string_view name);

// The full names of the library's modules, sorted; those that only the library itself uses too.
std::vector<std::string> library_modules();

// The full names of the modules a program can import, sorted.
std::vector<std::string> importable_modules(const NativeLibrary& natives);

}  // namespace threadbook::python
