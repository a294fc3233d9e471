// The native part of the module `re`: library/re.py and its parts parse, compile and make matches.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

// Functions of the module `_re`.
std::span<const NativeDef> re_functions();

}  // namespace threadbook::python
