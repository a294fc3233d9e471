// Functions of the module `builtins` that need the objects alone (core_builtins.h has the others). One file a
// subject.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

std::span<const NativeDef> number_builtins();     // abs, bin, divmod, hash, pow, round, …
std::span<const NativeDef> iteration_builtins();  // all, any, iter, len, max, min, sorted, sum
std::span<const NativeDef> text_builtins();       // ascii, chr, format, input, ord, print, repr

}  // namespace threadbook::python
