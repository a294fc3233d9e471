#include "ui/card/console_view.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace threadbook::ui {

std::size_t console_rows(const ConsoleBuffer& console) {
  return console.visible_lines() + (console.lines_cut() > 0 ? 1 : 0);
}

void paint_console(const View& view, const ConsoleBuffer& console, const CardScroll& scroll, const Rect& area,
                   bool running) {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const Type type{Face::Mono, kConsoleSize, 0, Ink::Text, false};
  const float drop = std::round((kConsoleLine - paint.metrics().ascent(type) - paint.metrics().descent(type)) / 2 +
                                paint.metrics().ascent(type));
  const std::size_t rows = console_rows(console);
  if (rows == 0) {
    paint.text(interface_type(14), area.x, area.y + drop, running ? "No output yet" : "No output", theme.muted);
    return;
  }
  paint.push_clip({area.x - 4, area.y - 6, area.w + 4, area.h + 6});
  const float all = static_cast<float>(rows) * kConsoleLine;
  const float visible =
      std::min<float>(static_cast<float>(kMostConsoleLines), static_cast<float>(std::max<std::size_t>(rows, 3))) *
      kConsoleLine;
  const float scrolled = scroll.console_follows ? std::max(0.0f, all - visible) : scroll.console_top;
  const auto first = static_cast<std::size_t>(std::max(0.0f, std::floor(scrolled / kConsoleLine)));
  const auto last = std::min(rows, first + kMostConsoleLines + 2);
  const std::size_t extra = console.lines_cut() > 0 ? 1 : 0;
  for (std::size_t row = first; row < last; ++row) {
    const float baseline = area.y + static_cast<float>(row) * kConsoleLine - scrolled + drop;
    float x = area.x - scroll.console_left;
    if (extra && row == 0) {
      const std::string note =
          std::to_string(console.lines_cut()) +
          (console.lines_cut() == 1 ? " earlier line is not shown" : " earlier lines are not shown");
      paint.text(interface_type(13, Face::Italic), x, baseline, note, theme.muted);
      continue;
    }
    const ConsoleLine& line = console.lines()[row - extra];
    for (const ConsoleSegment& segment : line.segments) {
      x = paint.columns(type, x, baseline, segment.text, theme.stream(segment.stream));
    }
  }
  paint.pop_clip();
}

}  // namespace threadbook::ui
