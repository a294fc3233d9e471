// Where the parts of an example's card stand: header, editor, tools, threads, output. Pure arithmetic from a
// few counts to rectangles, with the card's top left corner at (0, 0), so it is tested without a screen.
//
// The parts grow downwards in an order that keeps what the reader looks at in place: the editor is as high as
// its lines, the output grows up to a limit and then scrolls, and the threads stand last, because they come
// and go most.
#pragma once

#include <cstddef>

#include "ui/layout/geometry.h"
#include "ui/layout/page_columns.h"

namespace threadbook::ui {

struct CardInput {
  std::size_t code_lines = 1;
  std::size_t output_lines = 0;  // lines in the output, the note of what was cut included
  bool has_output = false;       // whether there was a run, so that there is an output at all
  std::size_t threads = 0;       // rows to show, living and ended
  bool has_notice = false;       // a line of its own for something the reader must know
};

struct CardLayout {
  Rect card;
  Rect header;  // title and state
  Rect notice;  // h is 0 without one
  Rect editor;  // gutter and code
  Rect code;    // where the first column begins; the textarea lies here
  Rect tools;
  Rect run, stop, reset, gil;
  Rect output;   // h is 0 before the first run
  Rect console;  // the text in the output
  Rect threads;  // h is 0 without rows
  std::size_t thread_columns = 2;
  std::size_t thread_rows = 0;    // rows that are shown
  std::size_t threads_shown = 0;  // the rest is a number
  float side = 0;                 // from the card's edges to what is written in it
  float height = 0;
};

inline constexpr std::size_t kMostConsoleLines = 16;
inline constexpr std::size_t kMostThreadRows = 8;
inline constexpr float kConsoleSize = 14;
inline constexpr float kConsoleLine = 22;
inline constexpr float kThreadRow = 28;
inline constexpr float kSignButton = 40;  // the width of a button without a word

CardLayout layout_card(const CardInput& input, const PageColumns& columns);

}  // namespace threadbook::ui
