// The native part of the module `os`: what only the operating system knows. library/os.py is the rest.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

// Functions of the module `_os`.
std::span<const NativeDef> os_functions();

}  // namespace threadbook::python
