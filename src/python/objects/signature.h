// Signatures of builtin functions, from the text in their NativeDef.
#pragma once

#include <memory>
#include <string_view>

#include "python/objects/function.h"

namespace threadbook::python {

// REQUIRES: `text` is well-formed, as described at NativeDef (an assert otherwise).
std::unique_ptr<Signature> parse_signature(RealmThread& thread, std::string_view text);

}  // namespace threadbook::python
