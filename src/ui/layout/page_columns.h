// How the window is divided: contents on the left, a column of text with a comfortable measure, cards a little
// wider than the text so that their code stands exactly under it and their line numbers hang in the margin.
// A narrow window has a bar at the top instead, and the contents become a drawer. In a wide one what a program
// does stands beside its code.
#pragma once

#include "ui/layout/geometry.h"

namespace threadbook::ui {

struct PageColumns {
  bool narrow = false;   // a bar and a drawer instead of the contents at the side
  bool phone = false;    // narrow, and everything is smaller and closer
  float bar_height = 0;  // of the bar at the top, 0 if there is none
  Rect contents;         // in the window; as a drawer, where it stands when it is open
  float text_x = 0;      // of the prose, in the window
  float text_width = 0;
  float card_x = 0;
  float card_width = 0;    // of code and tools
  float side_width = 0;    // of what stands beside them, to their right; 0: it stands below
  float gutter = 0;        // line numbers: from the card's left edge to its code
  float body_size = 17;    // of prose
  float line_height = 29;  // of prose
  float code_size = 15;
  float code_line = 24;
};

// The division of a window of this size. Pure arithmetic.
PageColumns divide_page(float width, float height);

}  // namespace threadbook::ui
