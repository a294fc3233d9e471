#include "ui/card/threads_panel.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace threadbook::ui {
namespace {

Color activity_color(const Theme& theme, python::ThreadActivity activity) {
  switch (activity) {
    case python::ThreadActivity::Starting: return theme.starting;
    case python::ThreadActivity::Running: return theme.running;
    case python::ThreadActivity::WaitingForGil: return theme.waits_gil;
    case python::ThreadActivity::Sleeping: return theme.sleeping;
    case python::ThreadActivity::WaitingForLock:
    case python::ThreadActivity::WaitingForCondition:
    case python::ThreadActivity::WaitingForSemaphore:
    case python::ThreadActivity::WaitingForEvent:
    case python::ThreadActivity::WaitingForBarrier:
    case python::ThreadActivity::WaitingForQueue:
    case python::ThreadActivity::WaitingForResult:
    case python::ThreadActivity::WaitingForOutput:
    case python::ThreadActivity::WaitingForInput:
    case python::ThreadActivity::WaitingForImport: return theme.waits_lock;
    case python::ThreadActivity::Joining: return theme.joining;
    case python::ThreadActivity::Finished: return theme.finished;
  }
  return theme.finished;
}

using python::ThreadActivity;

// The order in which a summary tells of them; what has one colour counts together.
constexpr ThreadActivity kAlive[] = {ThreadActivity::Running,        ThreadActivity::WaitingForGil,
                                     ThreadActivity::WaitingForLock, ThreadActivity::Sleeping,
                                     ThreadActivity::Joining,        ThreadActivity::Starting};

// Those there is room for: all, or else the living before the ended, of which the latest are of interest.
std::vector<const ThreadRow*> choose(const std::vector<ThreadRow>& rows, std::size_t room) {
  std::vector<const ThreadRow*> chosen;
  for (const ThreadRow& row : rows) {
    if (room < rows.size() && row.activity == ThreadActivity::Finished) continue;
    if (chosen.size() < room) chosen.push_back(&row);
  }
  for (auto row = rows.rbegin(); row != rows.rend() && chosen.size() < room && room < rows.size(); ++row) {
    if (row->activity == ThreadActivity::Finished) chosen.push_back(&*row);
  }
  return chosen;
}

// How many threads do what, as coloured dots with a number each, to the left of `right`.
void paint_summary(const View& view, const std::vector<ThreadRow>& rows, float right, float middle) {
  const Type type = interface_type(12.5f);
  for (auto activity = std::rbegin(kAlive); activity != std::rend(kAlive); ++activity) {
    const Color color = activity_color(view.theme, *activity);
    const auto count = std::count_if(rows.begin(), rows.end(), [&](const ThreadRow& row) {
      return activity_color(view.theme, row.activity) == color;
    });
    if (count == 0) continue;
    const std::string text = std::to_string(count);
    const float width = view.painter.metrics().width(type, text);
    view.painter.label(type, {right - width - 1, middle - 10, width + 1, 20}, text, view.theme.muted, 1);
    view.painter.circle({right - width - 10, middle}, 4, color);
    right -= width + 26;
  }
}

void paint_row(const View& view, const ThreadRow& row, const Rect& rect) {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const bool is_gone = row.activity == ThreadActivity::Finished;
  const Point dot{rect.x + 4, rect.center().y};
  const Color color = activity_color(theme, row.activity);
  if (is_gone) {
    paint.ring(dot, 3.2f, color, 1.3f);
  } else {
    paint.circle(dot, 4, color);
  }
  std::string doing(activity_words(row.activity));
  if (!is_gone && row.line > 0) doing += " \u00b7 line " + std::to_string(row.line);
  const Type small = interface_type(13);
  const float width = paint.metrics().width(small, doing);
  paint.label(small, {rect.right() - width - 1, rect.y, width + 1, rect.h}, doing, theme.muted, 1);
  paint.label(interface_type(13.5f), {rect.x + 17, rect.y, rect.w - 17 - width - 12, rect.h}, row.name,
              is_gone ? theme.muted : theme.text);
}

}  // namespace

float ThreadsPanel::lay_out(const PageColumns&, float side, float width) {
  layout_ = lay_out_threads(example_.threads().size() + example_.threads_forgotten(), side, width);
  side_ = side;
  return layout_.height;
}

void ThreadsPanel::paint(const View& view, const Rect& area, float, float) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const auto& rows = example_.threads();
  const std::size_t all = rows.size() + example_.threads_forgotten();
  const Rect head{area.x + side_, area.y + 11, area.w - 2 * side_, 20};

  const std::size_t alive = example_.alive();
  paint.label(interface_type(12.5f, Face::SemiBold), head, "Threads", theme.muted);
  const std::string count =
      alive > 0 ? std::to_string(alive) + " alive" : std::to_string(all) + (all == 1 ? " has ended" : " have ended");
  paint.label(interface_type(12.5f), head, count, theme.muted, 1);
  if (layout_.shown < all) {
    const float count_width = paint.metrics().width(interface_type(12.5f), count);
    paint_summary(view, rows, head.right() - count_width - 18, head.center().y);
  }

  const std::vector<const ThreadRow*> chosen = choose(rows, std::min(layout_.shown, rows.size()));
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    paint_row(view, *chosen[i], layout_.places[i].moved(area.x, area.y));
  }
  if (layout_.shown < layout_.places.size()) {
    const Rect rect = layout_.places[layout_.shown].moved(area.x, area.y);
    paint.label(interface_type(13), {rect.x + 17, rect.y, rect.w - 17, rect.h},
                "and " + std::to_string(all - layout_.shown) + " more", theme.muted);
  }
}

}  // namespace threadbook::ui
