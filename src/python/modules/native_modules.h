// The one list of modules that are written in C++, and how the builtins come to be.
#pragma once

#include <span>
#include <string_view>

#include "python/objects/function.h"

namespace threadbook::python {

struct NativeModule {
  std::string_view name;
  void (*fill)(ThreadState& thread, Module& module);
};
std::span<const NativeModule> native_modules();

// Is `name` a library file that serves the builtins rather than a module of its own?
bool is_builtin_support(std::string_view name);
// Those files, in the order they are run when a run begins.
std::span<const std::string_view> builtin_support_files();

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
