// The dialog behind "?": every shortcut there is.
#pragma once

#include <string>

#include "ui/surface/view.h"

namespace threadbook::ui {

struct HelpLayout {
  Rect panel;
  Rect close;
};

HelpLayout lay_out_help(float width, float height);
void paint_help(const View& view, const HelpLayout& layout);
// The same for a screen reader.
std::string help_text();

}  // namespace threadbook::ui
