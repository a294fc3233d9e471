// Paints the threads of a run: who is alive, what each does, and in which line.
#pragma once

#include "ui/card/example.h"
#include "ui/layout/card_layout.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

Color activity_color(const Theme& theme, python::ThreadActivity activity);

// In the layout's rectangle for threads, moved by the card's corner.
void paint_threads(const View& view, const Example& example, const CardLayout& layout, Point corner);

}  // namespace threadbook::ui
