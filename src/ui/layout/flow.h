// A chapter as one long column: every block laid out, stacked under the one before, at a given width.
//
// Laying text out is the slow part and depends on the width alone, so it is done once per width; stacking is
// additions, and is done again whenever a card grows. A flow is a flat list of elements. Nesting survives as an
// indent and as frames (a callout's box) that span a range of elements, so that painting what is visible is a
// binary search and a loop.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "book/document.h"
#include "ui/layout/code_colors.h"
#include "ui/layout/geometry.h"
#include "ui/layout/page_columns.h"
#include "ui/layout/text_layout.h"

namespace threadbook::ui {

// Running text, a heading included.
struct FlowText {
  TextBox box;
  int heading = 0;     // 0 for prose, 1 for the chapter's title, from 2 on for a heading
  std::string marker;  // what hangs before the first line: "•", "2."
  Type marker_type;
};

// Code to read. It has no scrollbar: lines that are too long go on in another row.
struct FlowCode {
  CodeRows code;
};
inline constexpr float kCodePaddingX = 16;
inline constexpr float kCodePaddingY = 14;

// The place of an example's card.
struct FlowExample {
  std::size_t example;  // index into Flow::examples
};

inline constexpr float kCellPaddingX = 14;
inline constexpr float kCellPaddingY = 9;

// How much of the room that is left in a cell stands before its text.
inline float share_before(book::Alignment alignment) {
  return alignment == book::Alignment::Start ? 0 : alignment == book::Alignment::Center ? 0.5f : 1;
}

struct FlowTable {
  struct Cell {
    TextBox box;
    Rect rect;  // from the table's corner, padding included
    book::Alignment alignment = book::Alignment::Start;
  };
  std::vector<Cell> cells;
  std::vector<float> row_tops;  // and the bottom at the end
  float width = 0;
};

struct FlowRule {};

struct FlowElement {
  std::variant<FlowText, FlowCode, FlowExample, FlowTable, FlowRule> content;
  float x = 0;  // from the text's left edge; a card's may be negative
  float width = 0;
  float height = 0;
  float gap = 0;      // least distance to what stands above
  float pad_top = 0;  // of frames that begin here
  float pad_bottom = 0;
  float y = 0;  // set by stack()
};

struct FlowFrame {
  std::size_t first = 0;  // elements
  std::size_t last = 0;   // one behind
  book::CalloutKind kind = book::CalloutKind::Note;
  float x = 0;
  float width = 0;
  Rect rect;  // set by stack()
};

// A heading inside the chapter, for the list of what is on the page.
struct FlowHeading {
  std::string anchor;
  std::string title;
  int level = 2;
  std::size_t element = 0;
};

struct Flow {
  std::vector<FlowElement> elements;
  std::vector<FlowFrame> frames;
  std::vector<FlowHeading> headings;
  std::vector<const book::Example*> examples;  // in reading order
  std::vector<std::string> links;              // Span::link indexes here; addresses as of a page
  std::vector<std::size_t> blocks;             // the first element of each: 0 is the title, then the chapter's blocks
  float height = 0;                            // set by stack()

  // The elements that touch [top, bottom), as a range of indices.
  std::pair<std::size_t, std::size_t> visible(float top, float bottom) const;
  // The heading that a reader at `y` is below; none before the first.
  std::optional<std::size_t> heading_at(float y) const;
  // The element of a heading with this anchor, or of an example with this id.
  std::optional<std::size_t> find(std::string_view fragment) const;
};

// All blocks of the chapter for these columns, not yet stacked. The chapter must outlive the flow.
Flow lay_out_chapter(const book::Section& chapter, const PageColumns& columns, const Metrics& metrics);

// Sets every y, with the heights of cards from `card_height` (index of the example). `top` is where the first
// element stands.
void stack(Flow& flow, float top, const std::function<float(std::size_t)>& card_height);

}  // namespace threadbook::ui
