// Breaking running text into lines.
//
// Text comes as spans, each in one type, and leaves as lines of pieces that are ready to paint. Lines are broken
// over the whole paragraph, not one by one: of all ways to break it, the one whose lines are most even wins
// (the sum of the squares of what is left over, after Knuth and Plass without stretching). A ragged edge then
// looks calm, and no single short word is left on the last line when that can be helped. Time grows with the
// number of words times the words a line holds; a page of prose takes well under a millisecond.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/layout/type.h"

namespace threadbook::ui {

struct Span {
  std::string text;  // UTF-8; "\n" forces a new line
  Type type;
  int link = -1;  // which link it belongs to; -1 is none
};

// A stretch of one span on one line. For a tinted span the rectangle to tint is [x, x + width]; the text
// begins at text_x, a little inside it.
struct Piece {
  float x = 0;
  float width = 0;
  float text_x = 0;
  std::uint32_t span = 0;
  std::string text;
};

struct Line {
  float top = 0;
  float baseline = 0;
  float width = 0;
  std::vector<Piece> pieces;
};

struct TextBox {
  std::vector<Span> spans;
  std::vector<Line> lines;
  float line_height = 0;
  float width = 0;   // of the widest line
  float height = 0;  // lines times line_height
};

enum class Breaking : std::uint8_t {
  Prose,     // even lines, the last as long as it comes
  Balanced,  // the last line counts too: for headings
};

// Lays the spans out from (0, 0). A word wider than `width` is broken where it must. Never blocks.
TextBox layout_text(std::vector<Span> spans, float width, float line_height, const Metrics& metrics,
                    Breaking breaking = Breaking::Prose);

}  // namespace threadbook::ui
