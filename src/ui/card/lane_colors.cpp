#include "ui/card/lane_colors.h"

#include <algorithm>
#include <string>

#include "trace/words.h"

namespace threadbook::ui {
namespace {

using python::ThreadActivity;
using trace::State;

constexpr float kPad = 6;  // beside words in a span

// Diagonals, so that what waits is told from what runs without its colour.
void paint_hatching(Painter& paint, const Rect& rect, Color color) {
  paint.push_clip(rect);
  for (float x = rect.x - rect.h; x < rect.right(); x += 7)
    paint.line({x, rect.bottom()}, {x + rect.h, rect.y}, color, 1);
  paint.pop_clip();
}

// Words in a span, if there is room. Answers how much they take.
float paint_words(const View& view, const Rect& rect, const std::string& words, Color color) {
  const Type type = interface_type(11);
  if (rect.w < 40) return 0;
  const float width = view.painter.metrics().width(type, words) + 2 * kPad;
  if (width > rect.w) return 0;
  view.painter.label(type, {rect.x + kPad, rect.y - 1, rect.w - 2 * kPad, rect.h + 1}, words, color);
  return width;
}

void paint_dots(Painter& paint, const Rect& rect, Color color) {
  for (float x = rect.x + 2; x < rect.right(); x += 6) paint.circle({x, rect.center().y}, 1.2f, color);
}

}  // namespace

Color thread_color(const Theme& theme, std::size_t n) {
  if (n == 0) return mix(theme.muted, theme.heading, 0.6f);
  return theme.threads[(n - 1) % theme.threads.size()];
}

void paint_letter(const View& view, Point center, float radius, std::string_view letter, Color color) {
  view.painter.circle(center, radius + 1, view.theme.card);  // so that two that overlap are two
  view.painter.circle(center, radius, color);
  view.painter.label(interface_type(radius + 2, Face::SemiBold),
                     {center.x - radius - 4, center.y - radius, 2 * radius + 8, 2 * radius}, letter, view.theme.card,
                     0.5f);
}

Color state_color(const Theme& theme, ThreadActivity activity) {
  switch (activity) {
    case ThreadActivity::Starting: return theme.starting;
    case ThreadActivity::Running: return theme.running;
    case ThreadActivity::WaitingForGil: return theme.waits_gil;
    case ThreadActivity::Sleeping: return theme.sleeping;
    case ThreadActivity::Joining: return theme.joining;
    case ThreadActivity::Finished: return theme.finished;
    default: return theme.waits_lock;
  }
}

void paint_span(const View& view, const trace::Story& story, const trace::Box& box, const Rect& rect) {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const float middle = rect.center().y;
  switch (box.state) {
    case State::Running: paint.fill(rect, theme.running, std::min(2.5f, rect.w / 2)); return;
    case State::Starting: paint.fill({rect.x, middle - 1, rect.w, 2}, theme.starting); return;
    case State::WaitingForGil:
      paint.fill({rect.x, middle - 3, rect.w, 6}, theme.waits_gil.with_alpha(0.35f), std::min(2.0f, rect.w / 2));
      if (rect.w > 8) paint.frame({rect.x, middle - 3, rect.w, 6}, theme.waits_gil, 2, paint.hair());
      return;
    case State::Folded: paint_dots(paint, rect, theme.faint); return;
    case State::Waiting: break;
  }
  if (box.span == nullptr) {
    paint.fill({rect.x, middle - 4, rect.w, 8}, theme.waits_lock.with_alpha(0.6f));
    return;
  }
  switch (box.span->what) {
    case ThreadActivity::Sleeping: paint_dots(paint, rect, theme.sleeping); return;
    case ThreadActivity::Joining: paint.fill({rect.x, middle - 1, rect.w, 2}, theme.joining); return;
    case ThreadActivity::Starting: paint.fill({rect.x, middle - 1, rect.w, 2}, theme.starting); return;
    default: break;
  }
  paint.fill(rect, theme.waits_lock.with_alpha(0.16f), std::min(2.5f, rect.w / 2));
  const float words = paint_words(view, rect, trace::state_words(story, *box.span), theme.text);
  if (rect.w <= 8) return;
  paint_hatching(paint, {rect.x + words, rect.y, rect.w - words, rect.h}, theme.waits_lock.with_alpha(0.35f));
  paint.frame(rect, theme.waits_lock, 2.5f, paint.hair());
}

void paint_holding(const View& view, const trace::Story& story, const trace::ThingLane* lane,
                   const trace::HoldingBox& box, const Rect& rect, Color holder) {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const bool is_count = lane != nullptr && !lane->is_lock();
  if (is_count) {
    const bool is_nothing = box.holding != nullptr && box.holding->value == 0 && box.holding->folded == 0;
    paint.fill(rect, theme.accent.with_alpha(is_nothing ? 0.12f : 0.3f), std::min(2.5f, rect.w / 2));
  } else {
    const bool is_many = box.holding != nullptr && box.holding->folded > 0;
    paint.fill(rect, is_many ? holder.with_alpha(0.35f) : holder, std::min(2.5f, rect.w / 2));
    if (is_many && rect.w > 8) paint_hatching(paint, rect, holder);
  }
  if (box.holding != nullptr && lane != nullptr) {
    paint_words(view, rect, trace::holding_words(story, *lane, *box.holding),
                is_count || box.holding->folded > 0 ? theme.text : theme.card);
  } else if (lane == nullptr) {
    paint_words(view, rect, story.name_of(box.holder), theme.card);
  }
}

}  // namespace threadbook::ui
