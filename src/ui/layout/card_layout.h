// Where the parts of an example's card stand. Pure arithmetic from a few counts to rectangles, so it is tested
// without a screen.
//
// A card is a stack of panels, each as high as it wants to be: title, editor, tools, and what the run has to show.
// Where the window is wide, the latter stands beside the former, so that code and output are seen together: from the
// start, under a head of its own, so that pressing Run moves nothing. The order keeps what the reader looks at in
// place: the editor is as high as its lines, the output grows up to a limit and then scrolls, and the lanes of the
// threads stand last, because they come and go most.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ui/layout/geometry.h"
#include "ui/layout/page_columns.h"

namespace threadbook::ui {

// What a panel asks for.
struct PanelWish {
  float height = 0;     // 0: it has nothing to show
  bool beside = false;  // it may stand beside the code
};

struct CardLayout {
  std::vector<Rect> panels;  // as the wishes, from the card's corner; h is 0 where nothing is shown
  float width = 0;           // of the whole card
  float height = 0;
  float code_height = 0;  // of what stands one under the other, code and tools
  float side_height = 0;  // of what stands beside it, from columns.card_width on; 0: all stands below
};

CardLayout lay_out_card(std::span<const PanelWish> wishes, const PageColumns& columns);

// From a card's left edge to what is written in it: everything stands under the prose, and the line numbers hang in
// the margin beside it. What stands beside the code has less.
float card_side(const PageColumns& columns);
inline constexpr float kBesideSide = 22;
// The row with the card's title, and beside it the head of what stands beside the code.
float card_head(const PageColumns& columns);

// The row of buttons, from its corner.
struct ToolsLayout {
  float height = 0;
  Rect run, step, orders, gil;
  Rect reset;  // w is 0 on a phone, where it stands beside the title
  Rect state;  // what the program is at, and how long
};
inline constexpr float kSignButton = 40;  // the width of a button without a word
ToolsLayout lay_out_tools(const PageColumns& columns);

inline constexpr float kConsoleSize = 14;
inline constexpr float kConsoleLine = 22;

// How many lines of output there is room for, and how many are seen at once at most.
struct LineLimits {
  std::size_t least = 1;
  std::size_t most = 16;
};
// Beside code of this height, title and tools included: as many as it leaves above the lanes, those of a few threads at
// least. So the lanes stand still while the output fills, and what is explained above them moves nothing.
LineLimits lines_beside(float code_height, float lanes_height);

// The output, from its corner: as high as its lines, within the limits, below a head of its own if there is one.
struct OutputLayout {
  float height = 0;
  Rect head;     // h is 0 if there is none
  Rect console;  // its text
};
OutputLayout lay_out_output(std::size_t lines, const LineLimits& limits, float head, float side, float width);

}  // namespace threadbook::ui
