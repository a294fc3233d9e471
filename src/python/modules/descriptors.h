// The descriptors a program meets: property, staticmethod, classmethod, the methods __get__ and __set__ of
// functions and of __slots__, and `method`, what a bound function is.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

std::span<const NativeDef> property_methods();
std::span<const NativeDef> static_method_methods();
std::span<const NativeDef> class_method_methods();
std::span<const NativeDef> builtin_function_methods();
std::span<const NativeDef> function_methods();  // of functions and of methods of builtin classes
std::span<const NativeDef> method_methods();
std::span<const NativeDef> member_methods();

}  // namespace threadbook::python
