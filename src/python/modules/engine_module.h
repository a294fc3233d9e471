// The module `_engine`: what library code written in Python needs of the engine.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

std::span<const NativeDef> engine_functions();

}  // namespace threadbook::python
