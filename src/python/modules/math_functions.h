// Inside math_*.cpp: what the parts of the module `math` share.
#pragma once

#include <span>

#include "python/modules/math_module.h"
#include "python/objects/int_object.h"
#include "python/objects/number_operators.h"
#include "python/objects/text_values.h"
#include "python/vm/interpreter.h"

namespace threadbook::python {

std::span<const NativeDef> math_real_functions();
std::span<const NativeDef> math_integer_functions();
std::span<const NativeDef> math_sum_functions();

inline Status domain_error(RealmThread& thread) {
  return raise(thread, ExceptionType::ValueError, "math domain error");
}
inline Status range_error(RealmThread& thread) {
  return raise(thread, ExceptionType::OverflowError, "math range error");
}
// An int or something with __index__ (Fallback); the plain int.
Status int_argument(RealmThread& thread, Value value, Value& out);

}  // namespace threadbook::python
