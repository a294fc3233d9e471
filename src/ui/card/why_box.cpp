#include "ui/card/why_box.h"

#include <algorithm>

#include "ui/card/lane_colors.h"
#include "ui/layout/text_lines.h"

namespace threadbook::ui {
namespace {

constexpr float kLine = 20, kRow = 32, kPad = 8, kSide = 8;
constexpr float kText = 13.5f;
constexpr float kChipPad = 9, kArrow = 34;
constexpr float kLetter = 0.56f;  // a letter's width, of the size, on an average: rather more than less

// How wide a node and the arrow before it are, where nobody can measure.
float width_of(const trace::GraphNode& node) {
  return static_cast<float>(node.name.size()) * kText * kLetter + 2 * kChipPad + kArrow;
}

}  // namespace

float WhyBox::lay_out(const trace::Explanation* why, float width) {
  lines_.clear();
  rows_.clear();
  if (why == nullptr) return 0;
  const float room = width - 2 * kSide;
  lines_ = wrapped(why->heading, room, kText);
  headings_ = lines_.size();
  for (const std::string& sentence : why->sentences) {
    for (std::string& line : wrapped(sentence, room, kText)) lines_.push_back(std::move(line));
  }
  for (const std::vector<trace::GraphNode>& chain : why->chains) {
    rows_.emplace_back();
    float used = 0;
    for (const trace::GraphNode& node : chain) {
      used += width_of(node);
      if (used > room && !rows_.back().empty()) {  // goes on in the next row, with the same node
        const trace::GraphNode again = rows_.back().back();
        rows_.push_back({again});
        used = width_of(again) + width_of(node);
      }
      rows_.back().push_back(node);
    }
  }
  return static_cast<float>(lines_.size()) * kLine + static_cast<float>(rows_.size()) * kRow +
         (rows_.empty() ? 0 : kPad / 2) + 2 * kPad;
}

void WhyBox::paint(const View& view, const trace::Story& story, const Rect& area) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  paint.fill(area, theme.error_soft, 7);
  float y = area.y + kPad;
  for (std::size_t i = 0; i < lines_.size(); ++i, y += kLine) {
    const bool is_heading = i < headings_;
    paint.label(interface_type(kText, is_heading ? Face::SemiBold : Face::Regular),
                {area.x + kSide, y, area.w - 2 * kSide + 4, kLine}, lines_[i], is_heading ? theme.error : theme.text);
  }
  y += kPad / 2;
  for (const std::vector<trace::GraphNode>& row : rows_) {
    float x = area.x + kSide;
    const float middle = y + kRow / 2;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) {
        paint.line({x + 7, middle}, {x + kArrow - 8, middle}, theme.muted, 1.5f);
        paint.triangle({x + kArrow - 13, middle - 4}, {x + kArrow - 13, middle + 4}, {x + kArrow - 6, middle},
                       theme.muted);
        x += kArrow;
      }
      const trace::GraphNode& node = row[i];
      const bool is_thread = node.thread != 0;
      const Type type = is_thread ? interface_type(kText, Face::SemiBold) : Type{Face::Mono, 13, 0, Ink::Text, false};
      const float width = paint.metrics().width(type, node.name) + 2 * kChipPad;
      const Rect chip{x, y + 4, width, kRow - 8};
      const Color own = is_thread ? thread_color(theme, story.index_of(node.thread)) : theme.card_edge;
      paint.fill(chip, theme.card, is_thread ? chip.h / 2 : 5);
      paint.frame(chip, own, is_thread ? chip.h / 2 : 5, is_thread ? 1.5f : 1);
      paint.label(type, chip, node.name, is_thread ? own : theme.code_text, 0.5f);
      x += width;
    }
    y += kRow;
  }
}

}  // namespace threadbook::ui
