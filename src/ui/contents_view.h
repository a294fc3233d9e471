// The list of contents: where the reader is, how far that is through the book, and the way to everywhere else.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/document.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

struct ContentsEntry {
  Rect rect;  // from the top of the list, unscrolled
  std::size_t section = 0;
  int level = 1;
};

struct ContentsLayout {
  std::vector<ContentsEntry> entries;
  float height = 0;   // of the list
  Rect list;          // where the list shows, in the window; what is longer scrolls
  Rect theme_button;  // in the window
  Rect help_button;
};

ContentsLayout lay_out_contents(const book::Book& book, const PageColumns& columns);

// `slide` moves a drawer: 0 is closed, 1 is open. `progress` through the current section is
// between 0 and 1.
void paint_contents(const View& view, const book::Book& book, const ContentsLayout& layout, std::size_t current,
                    float progress, float scrolled, float slide, std::string_view theme_name);

// The bar at the top of a narrow window.
void paint_bar(const View& view, std::string_view section, float progress);
Rect menu_button(const PageColumns& columns);

}  // namespace threadbook::ui
