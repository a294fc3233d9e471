#include "ui/card/lanes_painting.h"

#include <algorithm>
#include <string>

#include "trace/words.h"
#include "ui/card/lane_colors.h"

namespace threadbook::ui {
namespace {

constexpr float kThick = 12;   // the height of a span
constexpr float kIndent = 14;  // of the members of a group
constexpr float kRow = LanesView::kRow;

// The name up to what every default name ends with: "Thread-1 (work)" is Thread-1.
std::string short_name(const std::string& name) {
  const std::size_t at = name.find(" (");
  return at == std::string::npos ? name : name.substr(0, at);
}

class Painting {
 public:
  Painting(const View& view, const trace::Story& story, const LanesView& shown, const LanesPlace& place)
      : view_(view),
        paint_(view.painter),
        theme_(view.theme),
        story_(story),
        shown_(shown),
        place_(place),
        lanes_(place.lanes()),
        boxes_(shown.lanes(story)) {}

  void paint() {
    selection();
    axis();
    threads();
    things();
    arrows();
    marks();
  }

 private:
  float y_of(std::size_t row) const { return place_.area.y + shown_.row_top(row); }

  void ground_of_row(float y) {
    paint_.fill({place_.area.x - 8, y + 1, place_.area.w + 16, kRow - 2}, theme_.accent_soft, 5);
  }

  // What tells threads apart is the end of their names: too long a one loses its beginning.
  std::string fitting(std::string name, const Type& type, float width) const {
    if (paint_.metrics().width(type, name) <= width) return name;
    std::size_t cut = 1;
    while (cut < name.size() && paint_.metrics().width(type, "\u2026" + name.substr(cut)) > width) ++cut;
    while (cut < name.size() && (static_cast<unsigned char>(name[cut]) & 0xC0) == 0x80) ++cut;
    return "\u2026" + name.substr(cut);
  }

  void selection() {
    if (!shown_.selected()) return;
    const float left = std::clamp(shown_.x_of(story_, shown_.selected()->begin), 0.0f, lanes_.w);
    const float right = std::clamp(shown_.x_of(story_, shown_.selected()->end), 0.0f, lanes_.w);
    const Rect band{lanes_.x + left, lanes_.y - 2, std::max(1.0f, right - left), shown_.height() + 4};
    paint_.fill(band, theme_.accent_soft, 3);
    paint_.upright(band.x, band.y, band.h, theme_.accent);
    paint_.upright(band.right(), band.y, band.h, theme_.accent);
  }

  void axis() {
    const float top = lanes_.y - 2, bottom = lanes_.bottom() - kLanesAxis;
    for (const trace::Tick& tick : boxes_.ticks) {
      paint_.upright(lanes_.x + tick.x, top, bottom - top, theme_.card_edge, paint_.hair());
      const float width = paint_.metrics().width(interface_type(11.5f), tick.label);
      const float at = std::min(lanes_.x + tick.x - width / 2, lanes_.right() - width);
      paint_.label(interface_type(11.5f), {std::max(lanes_.x - 4, at), bottom + 3, width + 2, 18}, tick.label,
                   theme_.muted);
    }
    const std::optional<LanesView::Place>& told = shown_.told();
    const float x = told ? shown_.x_of(story_, told->time) : -1;
    if (x < 0 || x > lanes_.w) return;
    for (float y = top; y < bottom; y += 6) paint_.upright(lanes_.x + x, y, 3, theme_.accent);
  }

  void threads() {
    for (std::size_t row = 0; row < boxes_.threads.size(); ++row) {
      const trace::ThreadBoxes& thread = boxes_.threads[row];
      const trace::ThreadLane& lane = thread.row.lane();
      const float y = y_of(row), middle = y + kRow / 2;
      const std::optional<LanesView::Place>& chosen = shown_.chosen();
      const bool is_group = thread.row.is_group();
      const bool is_chosen = chosen && chosen->number == lane.number &&
                             (is_group ? chosen->kind == LanesView::Place::Kind::Group : chosen->is_thread());
      if (is_chosen) ground_of_row(y);
      const float indent = thread.row.is_member ? kIndent : 0;
      const Rect name{place_.area.x + indent, y, place_.label - 12 - indent, kRow};
      if (is_group) {
        group(thread, name);
        continue;
      }
      const Color own = thread_color(theme_, story_.index_of(lane.number));
      // The name of one that has ended is less heavy.
      const Type type = interface_type(13, lane.is_alive() ? Face::SemiBold : Face::Regular);
      paint_.label(type, name, fitting(short_name(lane.name), type, name.w), own);
      for (const trace::Box& box : thread.boxes) {
        paint_span(view_, story_, box,
                   {lanes_.x + box.left, middle - kThick / 2, std::max(1.0f, box.right - box.left), kThick});
      }
    }
  }

  // A group: how many of its threads run, and wait, as the height of what is filled.
  void group(const trace::ThreadBoxes& group, const Rect& name) {
    const float middle = name.center().y;
    const Point tip{name.x + 3, middle};
    if (group.row.is_open) {
      paint_.triangle({tip.x - 3, middle - 2}, {tip.x + 5, middle - 2}, {tip.x + 1, middle + 3}, theme_.muted);
    } else {
      paint_.triangle({tip.x - 2, middle - 4}, {tip.x - 2, middle + 4}, {tip.x + 3, middle}, theme_.muted);
    }
    const std::string count = " \u00d7" + std::to_string(group.row.lanes.size());
    const Type type = interface_type(13, Face::SemiBold);
    const float taken = paint_.metrics().width(type, count);
    const Rect words{name.x + 13, name.y, std::max(0.0f, name.w - 13 - taken), name.h};
    paint_.label(type, words, group.row.group, theme_.heading);
    const float end = words.x + std::min(words.w, paint_.metrics().width(type, group.row.group));
    paint_.label(interface_type(13), {end, name.y, taken + 4, name.h}, count, theme_.muted);
    const float bottom = middle + kThick / 2 + 2, one = (kThick + 6) / group.most;
    for (const trace::CrowdBox& box : group.crowd) {
      const float running = box.running * one, waiting = box.waiting * one;
      const float x = lanes_.x + box.left, width = box.right - box.left;
      paint_.fill({x, bottom - running - waiting, width, waiting}, theme_.waits_lock.with_alpha(0.3f));
      paint_.fill({x, bottom - running, width, running}, theme_.running);
    }
  }

  void things() {
    std::size_t row = boxes_.threads.size();
    const auto paint_row = [&](std::string_view name, bool is_code, bool is_chosen,
                               const std::vector<trace::HoldingBox>& boxes, const trace::ThingLane* lane) {
      const float y = y_of(row++) + LanesView::kGap, middle = y + kRow / 2;
      if (is_chosen) ground_of_row(y);
      paint_.label(is_code ? Type{Face::Mono, 12.5f, 0, Ink::Text, false} : interface_type(12.5f),
                   {place_.area.x, y, place_.label - 12, kRow}, name, is_code ? theme_.code_text : theme_.muted);
      for (const trace::HoldingBox& box : boxes) {
        const Rect rect{lanes_.x + box.left, middle - kThick / 2, std::max(1.0f, box.right - box.left), kThick};
        paint_holding(view_, story_, lane, box, rect, thread_color(theme_, story_.index_of(box.holder)));
      }
    };
    if (shown_.has_gil()) paint_row("GIL", false, false, boxes_.gil, nullptr);
    for (const trace::ThingBoxes& thing : boxes_.things) {
      const python::Thing& own = thing.lane->thing;
      const std::optional<LanesView::Place>& chosen = shown_.chosen();
      const bool is_chosen = chosen && chosen->kind == LanesView::Place::Kind::Thing && chosen->number == own.number;
      paint_row(own.is_part ? own.name + " (lock)" : trace::name_of(own), !own.name.empty(), is_chosen, thing.boxes,
                thing.lane);
    }
  }

  void arrows() {
    for (const trace::ArrowLine& arrow : boxes_.arrows) {
      const float from = y_of(arrow.from) + kRow / 2, to = y_of(arrow.to) + kRow / 2;
      const bool is_down = to > from;
      const Point begin{lanes_.x + arrow.left, from + (is_down ? kThick / 2 : -kThick / 2)};
      const Point end{lanes_.x + arrow.right, to + (is_down ? -kThick / 2 : kThick / 2)};
      const Color color = theme_.muted.with_alpha(arrow.kind == trace::ArrowKind::Wake ? 0.9f : 0.55f);
      paint_.line(begin, end, color, 1);
      const float tip = is_down ? -4.0f : 4.0f;
      paint_.triangle({end.x - 3, end.y + tip}, {end.x + 3, end.y + tip}, end, color);
    }
  }

  // Prints stand as small triangles above the lane, an exception as a cross at its end.
  void marks() {
    const std::optional<LanesView::Place>& told = shown_.told();
    for (const trace::Dot& dot : boxes_.dots) {
      const float x = lanes_.x + dot.x;
      const float y = y_of(dot.row) + kRow / 2 - kThick / 2 - 1;
      if (dot.mark->is_exception()) {
        const float middle = y_of(dot.row) + kRow / 2;
        paint_.line({x - 5, middle - 5}, {x + 5, middle + 5}, theme_.error, 2);
        paint_.line({x - 5, middle + 5}, {x + 5, middle - 5}, theme_.error, 2);
        continue;
      }
      const bool is_told = told && told->kind == LanesView::Place::Kind::Mark && told->number == dot.mark->thread &&
                           told->time == dot.mark->time;
      const float size = is_told ? 5.0f : 3.0f;
      paint_.triangle({x - size, y - size - 1}, {x + size, y - size - 1}, {x, y},
                      is_told ? theme_.accent : theme_.text);
    }
  }

  const View& view_;
  Painter& paint_;
  const Theme& theme_;
  const trace::Story& story_;
  const LanesView& shown_;
  const LanesPlace& place_;
  const Rect lanes_;
  const trace::Lanes boxes_;
};

}  // namespace

void paint_lanes(const View& view, const trace::Story& story, const LanesView& shown, const LanesPlace& place) {
  Painting(view, story, shown, place).paint();
}

}  // namespace threadbook::ui
