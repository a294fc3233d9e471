#include "ui/card/output_panel.h"

#include <algorithm>
#include <cmath>

namespace threadbook::ui {
namespace {

constexpr double kSendEvery = 0.2;   // seconds: the host's element is there to be selected, not to be watched
constexpr std::size_t kAround = 60;  // lines it holds before and after those in view while the program runs

const Type kWritten{Face::Mono, kConsoleSize, 0, Ink::Text, false};

bool has_note(const ConsoleBuffer& console) { return console.lines_cut() > 0; }

// Lines to show, with one more at the top that says how many were cut.
std::size_t row_count(const ConsoleBuffer& console) { return console.visible_lines() + (has_note(console) ? 1 : 0); }

std::string note_of(const ConsoleBuffer& console) {
  const std::size_t cut = console.lines_cut();
  return std::to_string(cut) + (cut == 1 ? " earlier line is not shown" : " earlier lines are not shown");
}

}  // namespace

float OutputPanel::lay_out(const PageColumns& columns, float side, float width) {
  const bool is_beside = columns.side_width > 0;
  LineLimits limits;
  layout_ = {};
  if (example_.has_run()) {
    if (is_beside && example_.steps() == nullptr) limits = lines_beside(code_height_, lanes_height_);
  } else if (!is_beside) {
    return 0;
  }
  most_ = limits.most;
  if (!example_.active()) kept_ = 0;
  rows_ = std::max(row_count(example_.console()), kept_);
  layout_ = lay_out_output(rows_, limits, is_beside ? card_head(columns) : 0, side, width);
  bring_into_sight();
  return layout_.height;
}

std::vector<Overlay> OutputPanel::overlays() const {
  if (!example_.has_run()) return {};
  Overlay console = overlay(ExamplePart::Console, OverlayKind::Console, layout_.console, "Output of: " + title());
  console.font_size = kConsoleSize;
  console.line_height = kConsoleLine;
  return {console};
}

void OutputPanel::begin() {
  kept_ = std::min(rows_, most_);
  left_ = top_ = 0;
  follows_ = true;
}

bool OutputPanel::pointed(const Gesture& gesture) {
  if (gesture.kind != Gesture::Kind::Press) return false;
  const ConsoleBuffer& console = example_.console();
  const auto row = static_cast<std::size_t>(std::max(0.0f, (gesture.y + scrolled_by()) / kConsoleLine));
  const std::size_t note = has_note(console) ? 1 : 0;
  if (row < note || row - note >= console.visible_lines()) return false;
  pressed_ = console.lines()[row - note].begin;
  return true;
}

std::optional<std::size_t> OutputPanel::lit_row() const {
  const ConsoleBuffer& console = example_.console();
  if (!example_.lit_output() || console.visible_lines() == 0) return std::nullopt;
  return console.line_at(*example_.lit_output()) + (has_note(console) ? 1 : 0);
}

// What is lit anew is scrolled to, if it is not in view.
void OutputPanel::bring_into_sight() {
  if (lit_ == example_.lit_output()) return;
  lit_ = example_.lit_output();
  const std::optional<std::size_t> row = lit_row();
  if (!row) return;
  const float y = static_cast<float>(*row) * kConsoleLine, seen = static_cast<float>(most_) * kConsoleLine;
  const float from = scrolled_by();
  if (y >= from && y + kConsoleLine <= from + seen) return;
  top_ = std::max(0.0f, y - seen / 2);
  follows_ = false;
  goes_there_ = true;
}

bool OutputPanel::scrolled(float left, float top, bool at_end) {
  const bool is_other = left != left_ || top != top_ || at_end != follows_;
  left_ = left;
  top_ = top;
  follows_ = at_end;
  return is_other;
}

float OutputPanel::scrolled_by() const {
  if (!follows_) return top_;
  const std::size_t rows = row_count(example_.console());
  return static_cast<float>(rows - std::min(rows, most_)) * kConsoleLine;
}

std::pair<std::size_t, std::size_t> OutputPanel::rows_in_view() const {
  const std::size_t rows = row_count(example_.console());
  const auto first = static_cast<std::size_t>(std::max(0.0f, std::floor(scrolled_by() / kConsoleLine)));
  return {std::min(first, rows), std::min(rows, first + most_ + 2)};
}

bool OutputPanel::send(Host& host, double now) {
  if (!example_.has_run()) return false;
  if (std::exchange(goes_there_, false)) host.scroll_text(example_overlay(index_, ExamplePart::Console), top_);
  const ConsoleBuffer& console = example_.console();
  const auto [first, last] = rows_in_view();
  const bool holds_view = is_whole_ || (first >= first_shown_ && last <= last_shown_);
  const bool is_whole_wanted = !example_.active();
  if (shown_ == example_.console_version() && holds_view && is_whole_ == is_whole_wanted) return false;
  if (!is_whole_wanted && now - sent_ < kSendEvery) return true;
  const std::size_t rows = row_count(console);
  first_shown_ = is_whole_wanted ? 0 : first - std::min(first, kAround);
  last_shown_ = is_whole_wanted ? rows : std::min(rows, last + kAround);
  // The note at the top takes a line, so that both scroll alike.
  const std::size_t note = has_note(console) ? 1 : 0;
  std::string text = note > 0 && first_shown_ == 0 ? "\n" : "";
  console.append_text(first_shown_ - std::min(first_shown_, note), last_shown_ - std::min(last_shown_, note), text);
  host.set_console(example_overlay(index_, ExamplePart::Console), text, first_shown_, rows - last_shown_);
  shown_ = example_.console_version();
  is_whole_ = is_whole_wanted;
  if (!text.empty()) sent_ = now;  // a run's first output is sent at once
  return false;
}

void OutputPanel::paint(const View& view, const Rect& area, float top, float bottom) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const ConsoleBuffer& console = example_.console();
  const Rect text = layout_.console.moved(area.x, area.y);
  const float ascent = paint.metrics().ascent(kWritten);
  const float drop = std::round((kConsoleLine - ascent - paint.metrics().descent(kWritten)) / 2 + ascent);
  if (layout_.head.h > 0) paint_head(view, area);
  const std::size_t rows = row_count(console);
  if (rows == 0) {
    paint.text(interface_type(14), text.x, text.y + drop,
               !example_.has_run() ? "Press Run to see its output and its threads."
               : example_.active() ? "No output yet"
                                   : "No output",
               theme.muted);
    return;
  }
  const Rect seen{text.x - 4, text.y - 12, text.w + 4, text.h + 12};
  float end = seen.x;
  paint.push_clip(seen);
  if (const std::optional<std::size_t> lit = lit_row()) {
    const float y = text.y + static_cast<float>(*lit) * kConsoleLine - scrolled_by();
    const float side = layout_.console.x;
    paint.fill({area.x + side - 4, y, area.w - 2 * side + 12, kConsoleLine}, theme.accent_soft, 4);
  }
  const auto [first, last] = rows_in_view();
  for (std::size_t row = first; row < last; ++row) {
    const float y = text.y + static_cast<float>(row) * kConsoleLine - scrolled_by();
    if (y > bottom || y + kConsoleLine < top) continue;
    float x = text.x - left_;
    if (has_note(console) && row == 0) {
      paint.text(interface_type(13, Face::Italic), x, y + drop, note_of(console), theme.muted);
      continue;
    }
    for (const ConsoleSegment& segment : console.lines()[row - (has_note(console) ? 1 : 0)].segments) {
      x = paint.columns(kWritten, x, y + drop, segment.text, theme.stream(segment.stream));
    }
    end = std::max(end, x);
  }
  paint.pop_clip();
  const float hidden = static_cast<float>(rows - std::min(rows, most_)) * kConsoleLine;
  paint.fade_edges(
      seen, theme.inset,
      {.left = left_ > 0, .right = end > seen.right(), .top = scrolled_by() > 0, .bottom = scrolled_by() < hidden - 1});
}

void OutputPanel::paint_head(const View& view, const Rect& area) const {
  const Rect head = layout_.head.moved(area.x, area.y);
  view.painter.label(interface_type(12.5f, Face::SemiBold), head, "Output", view.theme.muted);
  view.painter.rule(area.x, head.bottom() - view.painter.hair(), area.w, view.theme.card_edge);
}

}  // namespace threadbook::ui
