#include "ui/prose_view.h"

#include <cmath>

#include "ui/surface/code_view.h"

namespace threadbook::ui {
namespace {

class ProsePainter {
 public:
  ProsePainter(const View& view, int hovered_link)
      : view_(view), paint_(view.painter), theme_(view.theme), hovered_link_(hovered_link) {}

  void element(const FlowElement& element) {
    element_ = &element;
    x_ = view_.columns.text_x + element.x;
    std::visit([this](const auto& content) { this->content(content); }, element.content);
  }

  void frame(const FlowFrame& frame) {
    const Rect rect = frame.rect.moved(view_.columns.text_x, 0);
    switch (frame.kind) {
      case book::CalloutKind::Quote: paint_.fill({rect.x, rect.y, 3, rect.h}, theme_.quote_bar, 1.5f); return;
      case book::CalloutKind::Note: box(rect, theme_.note_back, theme_.note_bar); return;
      case book::CalloutKind::TryIt: box(rect, theme_.try_back, theme_.try_bar); return;
    }
  }

 private:
  void box(const Rect& rect, Color back, Color bar) {
    paint_.fill(rect, back, 8);
    paint_.push_clip({rect.x, rect.y, 4, rect.h});
    paint_.fill({rect.x, rect.y, 20, rect.h}, bar, 8);
    paint_.pop_clip();
  }

  void text_box(const TextBox& box, float x, float y, float width, float align) {
    for (const Line& line : box.lines) {
      const float shift = (width - line.width) * align;
      const float baseline = std::round(y + line.baseline);
      for (const Piece& piece : line.pieces) {
        const Span& span = box.spans[piece.span];
        const Type& type = span.type;
        const float left = x + shift;
        if (type.tinted) {
          const float up = type.size * 1.02f, down = type.size * 0.36f;
          paint_.fill({left + piece.x, baseline - up, piece.width, up + down}, theme_.tint, 4);
        }
        const Color color = theme_.ink(type.ink);
        paint_.text(type, left + piece.text_x, baseline, piece.text, color);
        if (span.link >= 0) {
          const bool hovered = span.link == hovered_link_;
          paint_.rule(left + piece.text_x, baseline + std::round(type.size * 0.17f),
                      piece.x + piece.width - piece.text_x, color.with_alpha(hovered ? 1.0f : 0.35f));
        }
      }
    }
  }

  void content(const FlowText& text) {
    text_box(text.box, x_, element_->y, element_->width, 0);
    if (text.marker.empty() || text.box.lines.empty()) return;
    const float baseline = std::round(element_->y + text.box.lines.front().baseline);
    const float width = paint_.metrics().width(text.marker_type, text.marker);
    const bool bullet = text.marker == "\u2022";
    const Color color = theme_.ink(text.marker_type.ink);
    if (bullet) {
      paint_.circle({x_ - 15, baseline - text.marker_type.size * 0.32f}, 2.6f, color);
    } else {
      paint_.text(text.marker_type, x_ - 9 - width, baseline, text.marker, color);
    }
  }

  void content(const FlowCode& code) {
    const Rect rect{x_, element_->y, element_->width, element_->height};
    paint_.fill(rect, theme_.inset, 8);
    paint_.frame(rect, theme_.card_edge, 8);
    paint_code(paint_, theme_, code.code.rows, view_.columns, rect.x + kCodePaddingX, rect.y + kCodePaddingY, 0,
               code.code.rows.size());
  }

  void content(const FlowExample&) {}

  void content(const FlowTable& table) {
    const float y = element_->y;
    const Rect all{x_, y, table.width, element_->height};
    paint_.fill_top({all.x, all.y, all.w, table.row_tops[1] - table.row_tops[0]}, theme_.inset, 8);
    for (std::size_t r = 1; r + 1 < table.row_tops.size(); ++r) {
      paint_.rule(x_, y + table.row_tops[r], table.width, theme_.card_edge);
    }
    paint_.frame(all, theme_.card_edge, 8);
    for (const FlowTable::Cell& cell : table.cells) {
      const Rect inside = cell.rect.moved(x_, y).inset(kCellPaddingX, kCellPaddingY);
      text_box(cell.box, inside.x, inside.y, inside.w, share_before(cell.alignment));
    }
  }

  void content(const FlowRule&) {
    const float middle = x_ + element_->width / 2;
    for (int i = -1; i <= 1; ++i) {
      paint_.circle({middle + static_cast<float>(i) * 14, element_->y}, 1.8f, theme_.faint);
    }
  }

  const View& view_;
  Painter& paint_;
  const Theme& theme_;
  const int hovered_link_;
  const FlowElement* element_ = nullptr;
  float x_ = 0;
};

}  // namespace

void paint_prose(const View& view, const Flow& flow, std::size_t first, std::size_t last, int hovered_link) {
  ProsePainter painter(view, hovered_link);
  for (const FlowFrame& frame : flow.frames) {
    if (frame.first < last && frame.last > first) painter.frame(frame);
  }
  for (std::size_t i = first; i < last; ++i) painter.element(flow.elements[i]);
}

}  // namespace threadbook::ui
