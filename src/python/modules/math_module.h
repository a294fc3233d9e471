// The module `math`, as in CPython 3.11.
#pragma once

#include <span>
#include <string_view>

#include "python/objects/function.h"

namespace threadbook::python {

struct ModuleConstant {
  std::string_view name;
  double value;
};

std::span<const NativeDef> math_functions();
std::span<const ModuleConstant> math_constants();

}  // namespace threadbook::python
