#include "ui/layout/card_layout.h"

#include <algorithm>
#include <cmath>

namespace threadbook::ui {
namespace {

constexpr float kHead = 46;
constexpr float kConsolePadding = 14;
constexpr float kLanesRoom = 224;  // of three threads and the GIL

}  // namespace

float card_side(const PageColumns& columns) { return columns.phone ? columns.text_x - columns.card_x : columns.gutter; }

float card_head(const PageColumns& columns) { return columns.phone ? 44 : kHead; }

CardLayout lay_out_card(std::span<const PanelWish> wishes, const PageColumns& columns) {
  CardLayout layout;
  const bool wide = columns.side_width > 0;
  float below = 0, beside = 0;
  for (const PanelWish& wish : wishes) {
    if (!wish.beside) layout.code_height += wish.height;
    if (wide && wish.beside) {
      layout.panels.push_back({columns.card_width, beside, columns.side_width, wish.height});
      beside += wish.height;
    } else {
      layout.panels.push_back({0, below, columns.card_width, wish.height});
      below += wish.height;
    }
  }
  layout.side_height = beside;
  layout.width = columns.card_width + columns.side_width;
  layout.height = std::max(below, beside);
  return layout;
}

ToolsLayout lay_out_tools(const PageColumns& columns) {
  const bool phone = columns.phone;
  const float side = card_side(columns);
  const float width = columns.card_width;
  ToolsLayout layout;
  layout.height = phone ? 60 : 58;
  const float button_height = phone ? 40 : 34;
  const float y = std::floor((layout.height - button_height) / 2);
  const bool tiny = width < 344;
  const float switch_width = phone ? 72 : 82;
  const float gap = tiny ? 6 : 8;
  layout.run = {side, y, tiny ? 56.0f : phone ? 78.0f : 86.0f, button_height};
  // Where there is little, what the program is at needs the room that the words would take.
  const bool tight = phone || width - 2 * side < 600;
  layout.step = {layout.run.right() + gap, y, tight ? kSignButton : 82, button_height};
  layout.orders = {layout.step.right() + gap, y, tight ? kSignButton : 124, button_height};
  layout.reset = {layout.orders.right() + (phone ? 0 : gap), y, phone ? 0.0f : tight ? kSignButton : 88, button_height};
  layout.gil = {width - side - switch_width, y, switch_width, button_height};
  const float state_x = layout.reset.right() + (tiny ? 8 : phone ? 12 : 18);
  layout.state = {state_x, y, std::max(0.0f, layout.gil.x - (phone ? 8.0f : 14.0f) - state_x), button_height};
  return layout;
}

LineLimits lines_beside(float code_height, float lanes_height) {
  const float room = code_height - kHead - 2 * kConsolePadding - std::max(lanes_height, kLanesRoom);
  const auto lines = static_cast<std::size_t>(std::max(0.0f, room / kConsoleLine));
  return {std::clamp<std::size_t>(lines, 5, 12), std::clamp<std::size_t>(lines, 16, 24)};
}

OutputLayout lay_out_output(std::size_t lines, const LineLimits& limits, float head, float side, float width) {
  OutputLayout layout;
  const float text = static_cast<float>(std::clamp(lines, limits.least, limits.most)) * kConsoleLine;
  layout.head = {side, 0, width - 2 * side, head};
  layout.console = {side, head + kConsolePadding, width - side - 4, text + kConsolePadding - 2};
  layout.height = head + text + 2 * kConsolePadding;
  return layout;
}

}  // namespace threadbook::ui
