// Paints lines of Python in their colours, column by column.
#pragma once

#include <cstddef>
#include <vector>

#include "ui/layout/code_colors.h"
#include "ui/layout/page_columns.h"
#include "ui/surface/painter.h"

namespace threadbook::ui {

// The advance of a column of code, in CSS pixels: what a text field in the same font and size uses too.
float column_advance(const Fonts& fonts, float size);

// The baseline of a line of code whose line box begins at `top`.
float code_baseline(const Fonts& fonts, const PageColumns& columns, float top);

// Lines [first, last) with the text's first line at `y`. Answers where the longest of them ends.
float paint_code(Painter& painter, const Theme& theme, const std::vector<CodeLine>& lines, const PageColumns& columns,
                 float x, float y, std::size_t first, std::size_t last);

}  // namespace threadbook::ui
