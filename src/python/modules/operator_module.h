// _operator: the operators as functions. Where a method written in Python is involved, the library's
// functions of the same names (library/operator.py) use the operator itself.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

std::span<const NativeDef> operator_functions();

}  // namespace threadbook::python
