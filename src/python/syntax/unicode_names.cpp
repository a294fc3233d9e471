// Unicode has 34 000 names; these are the ones of Latin-1, Greek, punctuation, arrows, mathematics,
// boxes and the commonest symbols and faces, 15 KiB instead of a megabyte.
#include <algorithm>
#include <iterator>
#include <string>

#include "python/syntax/literals.h"

namespace threadbook::python {
namespace {

struct NamedCharacter {
  std::string_view name;
  char32_t character;
};

constexpr NamedCharacter kNames[] = {
#include "python/syntax/unicode_names.inc"
};

}  // namespace

std::optional<char32_t> unicode_character(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  auto found =
      std::lower_bound(std::begin(kNames), std::end(kNames), std::string_view(upper),
                       [](const NamedCharacter& entry, std::string_view wanted) { return entry.name < wanted; });
  if (found == std::end(kNames) || found->name != upper) return std::nullopt;
  return found->character;
}

}  // namespace threadbook::python
