// The module _hash: hash functions, for library/hashlib.py. They are libtomcrypt's.
#pragma once

#include <span>

#include "python/objects/function.h"

namespace threadbook::python {

std::span<const NativeDef> hash_functions();

}  // namespace threadbook::python
