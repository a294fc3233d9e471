// The module _import: the native part of importing, for library/importing.py, and the class of
// modules.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

std::span<const NativeDef> import_functions();
std::span<const NativeDef> module_methods();

}  // namespace threadbook::python
