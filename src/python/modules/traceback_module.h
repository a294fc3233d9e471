// The native part of the module `traceback`; library/traceback.py is built on it.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

// Functions of the module `_traceback`.
std::span<const NativeDef> traceback_functions();

}  // namespace threadbook::python
