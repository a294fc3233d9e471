// The one list of modules that are written in C++, and how the builtins come to be.
#pragma once

#include <span>

#include "python/objects/function.h"
#include "python/vm/native_module.h"

namespace threadbook::python {

// For the Interpreter of a run.
NativeLibrary native_library();

// Gives the builtin classes their methods and `builtins` its names.
void fill_builtins(ThreadState& thread);

// builtins that reach into the VM: getattr, super, type, property, … (core_builtins.cpp)
std::span<const NativeDef> core_functions();
std::span<const NativeDef> core_engine_functions();
std::span<const NativeDef> object_methods();
std::span<const NativeDef> type_methods();
std::span<const NativeDef> super_methods();
std::span<const NativeDef> generator_methods();

}  // namespace threadbook::python
