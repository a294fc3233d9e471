#include <iterator>

#include "python/syntax/literals.h"

namespace threadbook::python {

std::optional<char32_t> unicode_character(std::string_view) { return std::nullopt; }

}  // namespace threadbook::python
