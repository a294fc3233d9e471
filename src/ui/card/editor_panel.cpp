#include "ui/card/editor_panel.h"

#include <algorithm>
#include <cmath>

#include "ui/card/lane_colors.h"
#include "ui/surface/code_view.h"

namespace threadbook::ui {

float EditorPanel::lay_out(const PageColumns& columns, float, float width) {
  const float padding = columns.phone ? 12 : 14;
  const float lines = static_cast<float>(std::max<std::size_t>(example_.lines().size(), 1));
  const float height = lines * columns.code_line + 2 * padding;
  font_size_ = columns.code_size;
  width_ = width;
  line_height_ = columns.code_line;
  // The text field reaches down over the padding, where a scrollbar for long lines finds room.
  code_ = {columns.gutter, padding, width - columns.gutter - 4, height - padding};
  return height;
}

std::vector<Overlay> EditorPanel::overlays() const {
  Overlay editor = overlay(ExamplePart::Editor, OverlayKind::Editor, code_,
                           "Program: " + title() + ". Press Escape, then Tab to leave the editor.");
  editor.font_size = font_size_;
  editor.line_height = line_height_;
  if (example_.steps() == nullptr) return {editor};
  return {editor, overlay(ExamplePart::Gutter, OverlayKind::Stage, {0, code_.y, code_.x - 6, code_.h},
                          "Lines of " + title() +
                              " at which to stop. Up and Down choose a line, Enter has the program stop there.")};
}

void EditorPanel::paint(const View& view, const Rect& area, float top, float bottom) const {
  Painter& paint = view.painter;
  const Rect code = code_.moved(area.x, area.y);
  const float line = view.columns.code_line;
  const auto count = static_cast<float>(example_.lines().size());
  const auto first = static_cast<std::size_t>(std::clamp(std::floor((top - code.y) / line), 0.0f, count));
  const auto last = static_cast<std::size_t>(std::clamp(std::ceil((bottom - code.y) / line), 0.0f, count));

  const auto paint_rows = [&](const Rect& seen, Color ground, std::size_t from, std::size_t to) {
    paint.push_clip(seen);
    const float end = paint_code(paint, view.theme, example_.lines(), view.columns, code.x - left_, code.y, from, to);
    paint.pop_clip();
    paint.fade_edges(seen, ground, {.left = left_ > 0, .right = end > seen.right()});
  };
  paint_rows({code.x - 3, code.y - 8, code.w, code.h + 8}, view.theme.card, first, last);
  if (const std::size_t lit = example_.lit_line(); lit > first && lit <= last) {
    const float y = code.y + static_cast<float>(lit - 1) * line;
    paint.fill({area.x + 4, y, width_ - 8, line}, view.theme.accent_soft, 4);
    paint_rows({code.x - 3, y, code.w, line}, view.theme.accent_soft, lit - 1, lit);
  }
  const Type number_type{Face::Mono, view.columns.code_size - 2.5f, 0, Ink::Muted, false};
  const float advance = column_advance(paint.metrics(), number_type.size);
  const std::vector<std::uint32_t>& stops = example_.stops();
  for (std::size_t i = first; i < last; ++i) {
    const std::string number = std::to_string(i + 1);
    const float x = code.x - 14 - static_cast<float>(number.size()) * advance;
    const float baseline = code_baseline(paint.metrics(), view.columns, code.y + static_cast<float>(i) * line);
    const bool is_stop = std::binary_search(stops.begin(), stops.end(), i + 1);
    if (is_stop || i + 1 == stop_) {
      const Rect ground{x - 5, code.y + static_cast<float>(i) * line + 3, code.x - 9 - x, line - 6};
      if (is_stop) paint.fill(ground, view.theme.error_soft, 5);
      if (i + 1 == stop_ && is_focused(view, ExamplePart::Gutter)) paint.frame(ground, view.theme.accent, 5);
    }
    paint.columns(number_type, x, baseline, number, is_stop ? view.theme.error : view.theme.line_number);
  }
  if (example_.steps() != nullptr) paint_markers(view, area);
}

// Where each thread stands, beside the lines; several at one line one beside the other.
void EditorPanel::paint_markers(const View& view, const Rect& area) const {
  const std::shared_ptr<const explore::StepsView> steps = example_.steps();
  const std::vector<explore::StepsView::Thread>& threads = steps->threads;
  for (std::size_t i = threads.size(); i-- > 0;) {
    const std::uint32_t line = threads[i].line;
    if (line == 0 || line > example_.lines().size()) continue;
    const auto before =
        static_cast<float>(std::count_if(threads.begin(), threads.begin() + static_cast<std::ptrdiff_t>(i),
                                         [&](const auto& each) { return each.line == line; }));
    if (before > 2) continue;
    const float radius = view.columns.phone ? 6.5f : 7.5f;
    paint_letter(view,
                 {area.x + radius + 2 + before * (radius + 1),
                  area.y + code_.y + (static_cast<float>(line) - 0.5f) * line_height_},
                 radius, threads[i].letter, thread_color(view.theme, i));
  }
}

bool EditorPanel::pointed(const Gesture& gesture) {
  const auto last = static_cast<std::uint32_t>(example_.lines().size());
  switch (gesture.kind) {
    case Gesture::Kind::Press:
      example_.toggle_stop(1 + static_cast<std::uint32_t>(std::max(0.0f, gesture.y / line_height_)));
      return true;
    case Gesture::Kind::Up: stop_ = stop_ <= 1 ? 1 : stop_ - 1; return true;
    case Gesture::Kind::Down: stop_ = std::min(last, stop_ + 1); return true;
    case Gesture::Kind::Enter:
      if (stop_ != 0) example_.toggle_stop(stop_);
      return true;
    default: return false;
  }
}

bool EditorPanel::scrolled(float left, float, bool) { return std::exchange(left_, left) != left; }

bool EditorPanel::send(Host& host, double) {
  if (shown_ == example_.text_version()) return false;
  // Once the field has held a text, what comes from elsewhere is a change that the reader can undo.
  host.set_text(example_overlay(index_, ExamplePart::Editor), example_.text(), shown_ != 0);
  shown_ = example_.text_version();
  return false;
}

}  // namespace threadbook::ui
