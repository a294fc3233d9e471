#include "ui/layout/card_layout.h"

#include <algorithm>
#include <cmath>

namespace threadbook::ui {
namespace {

bool is_phone(const PageColumns& columns) { return columns.gutter < 50; }

}  // namespace

float card_side(const PageColumns& columns) { return is_phone(columns) ? 16 : columns.gutter; }

CardLayout lay_out_card(std::span<const PanelWish> wishes, const PageColumns& columns) {
  CardLayout layout;
  const bool wide = columns.side_width > 0;
  float below = 0;   // of the panels that stand one under the other
  float beside = 0;  // of those to their right
  for (const PanelWish& wish : wishes) {
    if (wide && wish.beside) {
      layout.panels.push_back({columns.card_width, beside, columns.side_width, wish.height});
      beside += wish.height;
    } else {
      layout.panels.push_back({0, below, columns.card_width, wish.height});
      below += wish.height;
    }
  }
  layout.divided = beside > 0;
  layout.width = columns.card_width + (layout.divided ? columns.side_width : 0);
  layout.height = std::max(below, beside);
  return layout;
}

ToolsLayout lay_out_tools(const PageColumns& columns) {
  const bool phone = is_phone(columns);
  const float side = card_side(columns);
  const float width = columns.card_width;
  ToolsLayout layout;
  layout.height = phone ? 60 : 58;
  const float button_height = phone ? 40 : 34;
  const float y = std::floor((layout.height - button_height) / 2);
  const float switch_width = phone ? 72 : 82;
  layout.run = {side, y, phone ? 78.0f : 86.0f, button_height};
  // On a phone what the program is at needs the room that the word would take.
  layout.reset = {layout.run.right() + 8, y, phone ? kSignButton : 88, button_height};
  layout.gil = {width - side - switch_width, y, switch_width, button_height};
  const float state_x = layout.reset.right() + (phone ? 12 : 18);
  layout.state = {state_x, y, std::max(0.0f, layout.gil.x - (phone ? 8.0f : 14.0f) - state_x), button_height};
  return layout;
}

OutputLayout lay_out_output(std::size_t lines, std::size_t most, float side, float width) {
  OutputLayout layout;
  const float padding = 14;
  layout.height = static_cast<float>(std::clamp<std::size_t>(lines, 1, most)) * kConsoleLine + 2 * padding;
  layout.console = {side, padding, width - side - 4, layout.height - padding - 2};
  return layout;
}

}  // namespace threadbook::ui
