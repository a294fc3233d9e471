// The list of contents: the chapters, what is on the page, and how far the reader is.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "book/document.h"
#include "ui/layout/flow.h"
#include "ui/surface/view.h"

namespace threadbook::ui {

struct ContentsEntry {
  Rect rect;  // from the top of the list, unscrolled
  std::size_t chapter = 0;
  std::optional<std::size_t> heading;  // of the chapter that is shown
  std::string title;
  std::string address;
  int level = 1;  // of the chapter; a heading stands one below
};

struct ContentsLayout {
  std::vector<ContentsEntry> entries;
  float height = 0;   // of the list
  Rect list;          // where the list shows, in the window; what is longer scrolls
  Rect theme_button;  // in the window
  Rect help_button;
};

// Where the reader is.
struct Reading {
  std::size_t chapter = 0;
  std::optional<std::size_t> heading;
  float progress = 0;  // through the chapter, from 0 to 1
};

// All chapters, and below `chapter` its headings.
ContentsLayout lay_out_contents(const book::Book& book, std::size_t chapter, std::span<const FlowHeading> headings,
                                const PageColumns& columns);

std::vector<Overlay> contents_overlays(const ContentsLayout& layout, std::size_t chapter,
                                       std::optional<std::size_t> heading);

// How far the list has to be scrolled for the marked entry to be in view; nothing if it is.
std::optional<float> scroll_to_entry(const ContentsLayout& layout, std::size_t chapter,
                                     std::optional<std::size_t> heading, float scrolled);

// `slide` moves a drawer: 0 is closed, 1 is open.
void paint_contents(const View& view, const book::Book& book, const ContentsLayout& layout, const Reading& reading,
                    float scrolled, float slide, std::string_view theme_name);

// The bar at the top of a narrow window.
void paint_bar(const View& view, std::string_view section, float progress);
Rect menu_button(const PageColumns& columns);

}  // namespace threadbook::ui
