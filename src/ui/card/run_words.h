// What a card's program is at, in words.
#pragma once

#include <string>

#include "ui/card/example.h"

namespace threadbook::ui {

// Both empty as long as the program has not run.
struct RunWords {
  std::string whole;
  std::string brief;  // where there is little room
};

RunWords run_words(const Example& example);

}  // namespace threadbook::ui
