// Paints a program's output: only the lines in view, whatever their number.
#pragma once

#include "ui/card/example_view.h"
#include "ui/layout/console_buffer.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

// Lines to show, with one more at the top that says how many were cut.
std::size_t console_rows(const ConsoleBuffer& console);

// `area` is where the text may stand. An output without a line says why.
void paint_console(const View& view, const ConsoleBuffer& console, const CardScroll& scroll, const Rect& area,
                   bool running);

}  // namespace threadbook::ui
