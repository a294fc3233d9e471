// Paints the text of the book: paragraphs, headings, lists, code to read, tables, callouts.
#pragma once

#include "ui/layout/flow.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

// Paints the elements [first, last) except cards. `hovered_link` is underlined strongly; -1 for none.
void paint_prose(const View& view, const Flow& flow, std::size_t first, std::size_t last, int hovered_link);

}  // namespace threadbook::ui
