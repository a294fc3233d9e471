// The native part of the module `sys`; library/sys.py adds constants and the output streams.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

// Functions of the module `_sys`.
std::span<const NativeDef> sys_functions();

}  // namespace threadbook::python
