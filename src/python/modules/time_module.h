// The native part of the module `time`; library/time.py adds struct_time.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

// Functions of the module `_time`.
std::span<const NativeDef> time_functions();

}  // namespace threadbook::python
