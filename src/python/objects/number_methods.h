// What the methods of int and float share.
#pragma once

#include <span>

#include "python/objects/int_object.h"
#include "python/objects/number_operators.h"
#include "python/objects/text_values.h"

namespace threadbook::python {

// "__add__" and its like, one table a type over number_operators.h.
std::span<const NativeDef> int_special_methods();
std::span<const NativeDef> float_special_methods();

// The receiver as a plain int or float; false with a TypeError raised if it is something else.
bool int_self(RealmThread& thread, Value value, Value& out);
bool float_self(RealmThread& thread, Value value, Value& out);

// (numerator, denominator) and its like.
Value pair(RealmThread& thread, Value first, Value second);

}  // namespace threadbook::python
