// What comes when a program has ended whose executor can take it back.
#pragma once

#include <cstdint>

namespace threadbook::python {

enum class Again : std::uint8_t {
  No,
  Yes,    // it goes on once more
  Later,  // that is not known yet: Run::go_on() has it asked again
};

}  // namespace threadbook::python
