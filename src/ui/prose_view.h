// Paints the text of the book: paragraphs, headings, lists, code to read, tables, callouts.
#pragma once

#include <vector>

#include "ui/layout/flow.h"
#include "ui/view.h"

namespace threadbook::ui {

// A stretch of a link on one line, in the page's coordinates.
struct LinkPiece {
  Rect rect;
  int link = 0;        // index into Flow::links
  bool first = false;  // of its link; a link over two lines is one stop for the Tab key
  std::string text;
};

// The links of the whole flow, after stack(). `text_x` is where the column begins.
std::vector<LinkPiece> link_pieces(const Flow& flow, float text_x);

// Paints the elements [first, last) except cards. `hovered_link` is underlined strongly; -1 for none.
void paint_prose(const View& view, const Flow& flow, std::size_t first, std::size_t last, int hovered_link);

}  // namespace threadbook::ui
