// The dialog behind "?": every shortcut there is.
#pragma once

#include <string>

#include "ui/surface/view.h"

namespace threadbook::ui {

struct HelpLayout {
  Rect panel;
  Rect close;
  float row = 0;
  bool is_narrow = false;  // what a key does stands below it, not beside it
};

HelpLayout lay_out_help(float width, float height);
void paint_help(const View& view, const HelpLayout& layout);
// The same for a screen reader.
std::string help_text();

}  // namespace threadbook::ui
