#include "ui/layout/card_layout.h"

#include <algorithm>
#include <cmath>

namespace threadbook::ui {

CardLayout layout_card(const CardInput& input, const PageColumns& columns) {
  const bool phone = columns.gutter < 50;
  const float width = columns.card_width;
  // Everything stands under the prose's left edge; the line numbers hang in the margin beside it.
  const float side = phone ? 16 : columns.gutter;
  CardLayout layout;
  float y = 0;
  const auto row = [&](float height) {
    const Rect rect{0, y, width, height};
    y += height;
    return rect;
  };

  layout.header = row(phone ? 44 : 46);
  layout.notice = row(input.has_notice ? 32 : 0);

  const float code_padding = phone ? 12 : 14;
  const float lines = static_cast<float>(std::max<std::size_t>(input.code_lines, 1));
  layout.editor = row(lines * columns.code_line + 2 * code_padding);
  // The textarea reaches down over the padding, where a scrollbar for long lines finds room.
  layout.code = {columns.gutter, layout.editor.y + code_padding, width - columns.gutter - 4,
                 layout.editor.h - code_padding};

  layout.tools = row(phone ? 60 : 58);
  const float button_height = phone ? 40 : 34;
  const float button_y = layout.tools.y + std::floor((layout.tools.h - button_height) / 2);
  float x = side;
  const auto button = [&](float button_width) {
    const Rect rect{x, button_y, button_width, button_height};
    x += button_width + 8;
    return rect;
  };
  const float switch_width = phone ? 76 : 82;
  // On the smallest phones two of the buttons are signs only.
  const bool signs = width - 2 * side < 84 + 76 + 80 + 3 * 8 + switch_width;
  layout.run = button(phone ? 84 : 86);
  layout.stop = button(signs ? kSignButton : phone ? 76 : 84);
  layout.reset = button(signs ? kSignButton : phone ? 80 : 88);
  layout.gil = {width - side - switch_width, button_y, switch_width, button_height};

  if (input.has_output) {
    const float shown = static_cast<float>(std::clamp<std::size_t>(input.output_lines, 3, kMostConsoleLines));
    const float padding = 14;
    layout.output = row(shown * kConsoleLine + 2 * padding);
    layout.console = {side, layout.output.y + padding, width - side - 4, layout.output.h - padding - 2};
  } else {
    layout.output = row(0);
  }

  if (input.threads > 0) {
    layout.thread_columns = phone ? 1 : 2;
    const std::size_t needed = (input.threads + layout.thread_columns - 1) / layout.thread_columns;
    layout.thread_rows = std::min(needed, kMostThreadRows);
    layout.threads_shown = std::min(input.threads, layout.thread_rows * layout.thread_columns);
    // When not all fit, the last place says how many there are besides.
    if (layout.threads_shown < input.threads) --layout.threads_shown;
    layout.threads = row(static_cast<float>(layout.thread_rows) * kThreadRow + 24 + 26);
  } else {
    layout.threads = row(0);
  }

  layout.side = side;
  layout.height = y;
  layout.card = {0, 0, width, y};
  return layout;
}

}  // namespace threadbook::ui
