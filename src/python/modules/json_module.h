// The native part of the module `json`: plain documents and plain data. What is not plain (an error,
// a hook, a subclass, great depth or size) is left to library/json.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

// Functions of the module `_json`.
std::span<const NativeDef> json_functions();

}  // namespace threadbook::python
