// What the modules written in C++ hand to the machine, which lies below them and imports them by name.
#pragma once

#include <span>
#include <string_view>

namespace threadbook::python {

struct Module;
struct ThreadState;

struct NativeModule {
  std::string_view name;
  void (*fill)(ThreadState& thread, Module& module);
};

// Made once a process, and constant.
struct NativeLibrary {
  std::span<const NativeModule> modules;
  // Library files that serve the builtins rather than being modules of their own, in the order in which they are run
  // when a run begins.
  std::span<const std::string_view> builtin_support;

  const NativeModule* find(std::string_view name) const;  // nullptr: none
  bool is_builtin_support(std::string_view name) const;
};

}  // namespace threadbook::python
