#include "python/modules/builtin_functions.h"

#include <vector>

#include "python/objects/methods.h"

namespace threadbook::python {

std::span<const NativeDef> builtin_functions() {
  static const std::vector<NativeDef> all = [] {
    std::vector<NativeDef> defs;
    for (auto part : {number_builtins(), iteration_builtins(), text_builtins()}) {
      defs.insert(defs.end(), part.begin(), part.end());
    }
    return defs;
  }();
  return all;
}

}  // namespace threadbook::python
