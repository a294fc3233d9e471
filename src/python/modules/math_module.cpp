// The module `math`: its table of functions and its constants.
#include "python/modules/math_module.h"

#include <limits>
#include <vector>

#include "python/modules/math_functions.h"

namespace threadbook::python {

std::span<const NativeDef> math_functions() {
  static const std::vector<NativeDef> functions = [] {
    std::vector<NativeDef> all;
    for (auto part : {math_real_functions(), math_integer_functions(), math_sum_functions()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return functions;
}

std::span<const ModuleConstant> math_constants() {
  static constexpr ModuleConstant kConstants[] = {
      {"pi", 3.141592653589793},
      {"e", 2.718281828459045},
      {"tau", 6.283185307179586},
      {"inf", std::numeric_limits<double>::infinity()},
      {"nan", std::numeric_limits<double>::quiet_NaN()},
  };
  return kConstants;
}

}  // namespace threadbook::python
