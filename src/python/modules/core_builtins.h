// Builtins that reach into the virtual machine: into attributes, classes, scopes and generators. One file a subject;
// functions() go into `builtins`, engine_functions() into `_engine`, for library code.
#pragma once

#include <span>

#include "python/objects/function.h"
#include "python/vm/thread_state.h"

namespace threadbook::python {

// attribute_builtins.cpp
std::span<const NativeDef> attribute_functions();
std::span<const NativeDef> attribute_engine_functions();
// `value` as the name `function` was given, interned; nullptr: TypeError "attribute name must be string, not 'int'".
Str* attribute_name(ThreadState& thread, Value value, const char* function);

// class_builtins.cpp
std::span<const NativeDef> class_functions();
std::span<const NativeDef> class_engine_functions();
std::span<const NativeDef> type_methods();
std::span<const NativeDef> super_methods();

// object_builtins.cpp
std::span<const NativeDef> object_methods();

// scope_builtins.cpp
std::span<const NativeDef> scope_functions();
std::span<const NativeDef> scope_engine_functions();
// object.__dir__: a sorted list of the names that `arguments[0]` has.
Status object_dir(ThreadState& thread, Value* arguments, Value& result);

// generator_builtins.cpp
std::span<const NativeDef> generator_functions();
std::span<const NativeDef> generator_engine_functions();
std::span<const NativeDef> generator_methods();

// For a row of a table whose work is library code alone.
inline Status to_python(ThreadState&, Value*, Value&) { return Status::Fallback; }

}  // namespace threadbook::python
