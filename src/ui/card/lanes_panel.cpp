#include "ui/card/lanes_panel.h"

#include <algorithm>
#include <cmath>

#include "trace/chrome_trace.h"
#include "trace/words.h"
#include "ui/card/lane_colors.h"

namespace threadbook::ui {
namespace {

using trace::State;
using trace::Time;

constexpr float kHead = 38, kWhyLine = 20, kAxis = 26, kSentence = 46, kGap = 10;
constexpr float kThick = 12;      // the height of a span
constexpr float kLetter = 6.5f;   // the width of a letter of a sentence, rather more than less
constexpr double kTellEvery = 1;  // seconds between two texts for those who listen
constexpr double kZoomStep = 1.5;

// Words in lines of so many letters.
std::vector<std::string> wrapped(std::string_view text, std::size_t letters) {
  std::vector<std::string> lines;
  while (text.size() > letters) {
    std::size_t end = text.rfind(' ', letters);
    if (end == std::string_view::npos || end == 0) end = letters;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  if (!text.empty()) lines.emplace_back(text);
  return lines;
}

// The name up to what every default name ends with: "Thread-1 (work)" is Thread-1.
std::string short_name(const std::string& name) {
  const std::size_t at = name.find(" (");
  return at == std::string::npos ? name : name.substr(0, at);
}

}  // namespace

void LanesPanel::begin() {
  held_.reset();
  chosen_.reset();
  hovered_.reset();
  told_ = 0;
}

// ---- layout --------------------------------------------------------------------------------------------------------

float LanesPanel::lay_out(const PageColumns& columns, float side, float width) {
  const trace::Story& story = example_.story();
  if (story.threads().empty()) return 0;
  side_ = side;
  width_ = width;
  const bool is_narrow = width < 500;
  has_room_ = !is_narrow;
  label_ = is_narrow ? 96 : 132;
  const bool is_beside = columns.side_width > 0;
  threads_ = trace::chosen_threads(story, is_beside ? 12 : 8).size();
  things_ = trace::chosen_things(story, 6).size();
  has_gil_ = example_.ran_with_gil() && story.threads().size() > 1;
  why_.clear();
  if (const auto& why = example_.why_it_stands()) {
    const auto letters = static_cast<std::size_t>((width - 2 * side - 24) / kLetter);
    for (const std::string& line : wrapped(why->heading, letters)) why_.push_back(line);
    for (const std::string& sentence : why->sentences) {
      for (const std::string& line : wrapped(sentence, letters)) why_.push_back(line);
    }
  }
  const float why = why_.empty() ? 0 : static_cast<float>(why_.size()) * kWhyLine + 22;
  rows_top_ = kHead + why;
  const float rows = static_cast<float>(threads_ + (has_gil_ ? 1 : 0) + things_) * kRow;
  height_ = rows_top_ + rows + (has_gil_ || things_ > 0 ? kGap : 0) + kAxis + kSentence;
  return height_;
}

trace::TimeRange LanesPanel::whole() const {
  const trace::Story& story = example_.story();
  return {story.begin(), std::max(story.end(), story.begin() + 1'000'000)};
}

trace::Lanes LanesPanel::lanes() const {
  trace::LanesWish wish;
  wish.range = range();
  wish.width = width_ - 2 * side_ - label_;
  wish.most_threads = threads_;
  wish.most_things = things_;
  wish.gil = has_gil_;
  return trace::lay_out(example_.story(), wish);
}

std::vector<Overlay> LanesPanel::overlays() const {
  if (example_.story().threads().empty()) return {};
  Overlay stage = overlay(ExamplePart::Lanes, OverlayKind::Stage,
                          {side_, rows_top_ - 4, width_ - 2 * side_, height_ - rows_top_ - kSentence + 4},
                          "Lanes: what the threads of " + title() +
                              " do. Arrow keys go from span to span, plus and minus zoom, 0 shows all.");
  std::vector<Overlay> overlays;
  float right = width_ - side_;
  const auto button = [&](ExamplePart part, float width, std::string label) {
    right -= width;
    overlays.push_back(overlay(part, OverlayKind::Button, {right, 6, width - 4, kHead - 10}, std::move(label)));
  };
  button(ExamplePart::Save, 54, "Save the trace of " + title() + " as a file for Perfetto");
  if (has_room_) button(ExamplePart::Picture, 66, "Save the lanes of " + title() + " as a picture");
  button(ExamplePart::Fit, 34, "Show the whole run");
  button(ExamplePart::ZoomIn, 30, "Zoom in");
  button(ExamplePart::ZoomOut, 30, "Zoom out");
  std::reverse(overlays.begin(), overlays.end());
  overlays.push_back(std::move(stage));
  // The same in sentences, for those who do not see the canvas.
  Overlay told = overlay(ExamplePart::LanesText, OverlayKind::Console, {side_, height_ - 2, 1, 1},
                         "What the threads of " + title() + " did, in sentences");
  told.font_size = kConsoleSize;
  told.line_height = kConsoleLine;
  told.in_tab_order = false;
  overlays.push_back(std::move(told));
  return overlays;
}

bool LanesPanel::send(Host& host, double now) {
  const trace::Story& story = example_.story();
  const std::uint64_t version = story.version() + (example_.why_it_stands() ? 1 : 0);
  if (story.threads().empty() || version == told_) return false;
  if (told_ != 0 && example_.active() && now - told_at_ < kTellEvery) return true;
  told_ = version;
  told_at_ = now;
  std::string text;
  if (const auto& why = example_.why_it_stands()) {
    text += why->heading + "\n";
    for (const std::string& line : why->sentences) text += line + "\n";
  }
  constexpr std::size_t kMostLines = 200;
  text += trace::as_text(story, kMostLines);
  host.set_console(example_overlay(index_, ExamplePart::LanesText), text, 0, 0);
  return false;
}

// ---- what the reader does ------------------------------------------------------------------------------------------

void LanesPanel::clicked(ExamplePart part) {
  switch (part) {
    case ExamplePart::ZoomIn: zoom(1 / kZoomStep); return;
    case ExamplePart::ZoomOut: zoom(kZoomStep); return;
    case ExamplePart::Fit: held_.reset(); return;
    default: return;
  }
}

std::optional<LanesPanel::Place> LanesPanel::place_at(float x, float y) const {
  const float width = width_ - 2 * side_ - label_;
  const float at = std::clamp(x - label_, 0.0f, width);
  const trace::TimeRange shown = range();
  const Time time = shown.begin + static_cast<Time>(static_cast<double>(shown.length()) * at / width);
  const float row = (y - 4) / kRow;
  if (row < 0) return std::nullopt;
  auto index = static_cast<std::size_t>(row);
  const trace::Story& story = example_.story();
  if (index < threads_) return Place{false, trace::chosen_threads(story, threads_)[index]->number, time};
  const float below = (y - 4 - kGap) / kRow;
  index = static_cast<std::size_t>(std::max(0.0f, below)) -
          std::min(static_cast<std::size_t>(std::max(0.0f, below)), threads_);
  if (has_gil_) {
    if (index == 0) return std::nullopt;
    --index;
  }
  if (index < things_) return Place{true, trace::chosen_things(story, things_)[index]->thing.number, time};
  return std::nullopt;
}

bool LanesPanel::choose(std::optional<Place> place) {
  chosen_ = place;
  light();
  return true;
}

// The line of what is pointed at, or chosen, is lit in the editor.
void LanesPanel::light() {
  const std::optional<Place>& place = hovered_ ? hovered_ : chosen_;
  const trace::Story& story = example_.story();
  std::uint32_t line = 0;
  if (place && place->is_thing) {
    const trace::ThingLane* lane = story.thing(place->number);
    const trace::Holding* held = lane != nullptr ? story.at(*lane, place->time) : nullptr;
    if (held != nullptr) line = held->line;
  } else if (place) {
    const trace::ThreadLane* lane = story.thread(place->number);
    const trace::Span* span = lane != nullptr ? story.at(*lane, place->time) : nullptr;
    if (span != nullptr) line = span->line;
  }
  example_.light(line);
}

// To another lane, or to another span of the same.
bool LanesPanel::step(int lanes, int spans) {
  hovered_.reset();  // the keys have the word now
  const trace::Story& story = example_.story();
  const auto threads = trace::chosen_threads(story, threads_);
  const auto things = trace::chosen_things(story, things_);
  if (threads.empty()) return false;
  if (!chosen_) return choose(Place{false, threads.front()->number, range().begin + range().length() / 2});
  std::vector<Place> rows;
  for (const auto* lane : threads) rows.push_back({false, lane->number, chosen_->time});
  for (const auto* lane : things) rows.push_back({true, lane->thing.number, chosen_->time});
  auto row = static_cast<int>(
      std::find_if(rows.begin(), rows.end(),
                   [&](const Place& p) { return p.is_thing == chosen_->is_thing && p.number == chosen_->number; }) -
      rows.begin());
  row = std::clamp(row + lanes, 0, static_cast<int>(rows.size()) - 1);
  Place place = rows[static_cast<std::size_t>(row)];
  if (spans != 0) {
    std::vector<std::pair<Time, Time>> all;
    if (place.is_thing) {
      for (const auto& held : story.thing(place.number)->spans) all.emplace_back(held.begin, story.end_of(held));
    } else {
      for (const auto& span : story.thread(place.number)->spans) all.emplace_back(span.begin, span.end);
    }
    auto at = std::upper_bound(all.begin(), all.end(), std::pair{place.time, Time{0}},
                               [](const auto& a, const auto& b) { return a.first < b.first; }) -
              all.begin() - 1;
    const auto last = static_cast<std::ptrdiff_t>(all.size()) - 1;
    const Time seen = range().length() / 400;
    do {  // what is too short to be seen is passed over
      at += spans;
    } while (at > 0 && at < last &&
             all[static_cast<std::size_t>(at)].second - all[static_cast<std::size_t>(at)].first < seen);
    at = std::clamp<std::ptrdiff_t>(at, 0, last);
    if (!all.empty())
      place.time = (all[static_cast<std::size_t>(at)].first + all[static_cast<std::size_t>(at)].second) / 2;
    // In sight.
    trace::TimeRange shown = range();
    if (place.time < shown.begin || place.time > shown.end) {
      held_ = trace::moved(
          shown, static_cast<double>(place.time - shown.begin) / static_cast<double>(shown.length()) - 0.5, whole());
    }
  }
  return choose(place);
}

bool LanesPanel::pointed(const Gesture& gesture) {
  if (example_.story().threads().empty()) return false;
  const float width = width_ - 2 * side_ - label_;
  const double share = std::clamp((gesture.x - label_) / width, 0.0f, 1.0f);
  switch (gesture.kind) {
    case Gesture::Kind::Hover:
      hovered_ = place_at(gesture.x, gesture.y);
      light();
      return true;
    case Gesture::Kind::Leave:
      hovered_.reset();
      light();
      return true;
    case Gesture::Kind::Press: return choose(place_at(gesture.x, gesture.y));
    case Gesture::Kind::Move: held_ = trace::moved(range(), -gesture.amount / width, whole()); return true;
    case Gesture::Kind::Zoom: zoom(gesture.amount, share); return true;
    case Gesture::Kind::Left: return step(0, -1);
    case Gesture::Kind::Right: return step(0, 1);
    case Gesture::Kind::Up: return step(-1, 0);
    case Gesture::Kind::Down: return step(1, 0);
    case Gesture::Kind::In: zoom(1 / kZoomStep); return true;
    case Gesture::Kind::Out: zoom(kZoomStep); return true;
    case Gesture::Kind::All: held_.reset(); return true;
  }
  return false;
}

std::string LanesPanel::sentence() const {
  const trace::Story& story = example_.story();
  const std::optional<Place>& place = hovered_ ? hovered_ : chosen_;
  if (!place) {
    if (held_) return trace::totals_words(story, *held_);
    const trace::Totals totals = story.totals(range().begin, range().end);
    std::string text = std::to_string(story.threads().size()) + (story.threads().size() == 1 ? " thread" : " threads");
    text += " in " + trace::length_text(totals.length);
    if (story.threads().size() > 1 && totals.length > 0) {
      const auto percent = static_cast<int>(
          std::lround(100.0 * static_cast<double>(totals.together) / static_cast<double>(totals.length)));
      text += percent == 0 ? "; never did two run at once"
                           : "; " + std::to_string(percent) + " % of the time two or more ran at once";
    }
    if (story.folded() > 0) text += "; what came first is told in totals only";
    return text + ".";
  }
  const std::string at = trace::time_text(place->time - story.begin());
  if (place->is_thing) {
    const trace::ThingLane* lane = story.thing(place->number);
    if (lane == nullptr) return "";
    if (const trace::Holding* held = story.at(*lane, place->time)) {
      return at + ": " + trace::name_of(lane->thing) + ": " + trace::holding_words(story, *lane, *held) + ".";
    }
    return at + ": " + trace::name_of(lane->thing) + (lane->is_lock() ? " is free." : " was not used yet.");
  }
  const trace::ThreadLane* lane = story.thread(place->number);
  if (lane == nullptr) return "";
  if (const trace::Span* span = story.at(*lane, place->time)) return trace::sentence(story, *lane, *span);
  return at + ": " + lane->name + (place->time < lane->began ? " was not started yet." : " has ended.");
}

// ---- painting ------------------------------------------------------------------------------------------------------

void LanesPanel::paint(const View& view, const Rect& area, float, float) const {
  if (example_.story().threads().empty()) return;
  const trace::Lanes lanes = this->lanes();
  paint_head(view, {area.x + side_, area.y, area.w - 2 * side_, kHead});
  if (!why_.empty()) paint_why(view, area);
  paint_axis(view, area, lanes);
  paint_threads(view, area, lanes);
  paint_things(view, area, lanes);
  paint_arrows(view, area, lanes);
  const Rect words{area.x + side_, area.y + height_ - kSentence + 2, area.w - 2 * side_, 20};
  const auto letters = static_cast<std::size_t>(words.w / 6.3f);
  std::vector<std::string> lines = wrapped(sentence(), letters);
  if (lines.size() > 2) lines[1] += " \u2026";
  for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 2); ++i) {
    view.painter.label(interface_type(13), {words.x, words.y + static_cast<float>(i) * 18, words.w, 20}, lines[i],
                       hovered_ || chosen_ ? view.theme.text : view.theme.muted);
  }
}

void LanesPanel::paint_head(const View& view, const Rect& head) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  paint.label(interface_type(12.5f, Face::SemiBold), head, "Threads", theme.muted);
  const std::size_t alive = example_.alive();
  const std::size_t all = example_.story().threads().size();
  const std::string count =
      alive > 0 ? std::to_string(alive) + " alive" : std::to_string(all) + (all == 1 ? " has ended" : " have ended");
  paint.label(interface_type(12.5f), {head.x + 62, head.y, head.w, head.h}, count, theme.muted);
  float right = head.right();
  const auto button = [&](ExamplePart part, float width, std::string_view text, bool is_enabled) {
    right -= width;
    const Rect rect{right, head.y + 6, width - 4, head.h - 10};
    const bool is_hot = is_hovered(view, part) || is_focused(view, part);
    if (is_hot) paint.fill(rect, theme.button_hover, 5);
    paint.label(interface_type(13), rect, text, is_enabled ? (is_hot ? theme.heading : theme.button_text) : theme.faint,
                0.5f);
  };
  button(ExamplePart::Save, 54, "Trace", true);
  if (has_room_) button(ExamplePart::Picture, 66, "Picture", true);
  button(ExamplePart::Fit, 34, "All", held_.has_value());
  button(ExamplePart::ZoomIn, 30, "+", true);
  button(ExamplePart::ZoomOut, 30, "\u2212", held_.has_value());
}

void LanesPanel::paint_why(const View& view, const Rect& area) const {
  const Theme& theme = view.theme;
  const Rect box{area.x + side_ - 8, area.y + kHead, area.w - 2 * side_ + 16,
                 static_cast<float>(why_.size()) * kWhyLine + 14};
  view.painter.fill(box, theme.error_soft, 7);
  for (std::size_t i = 0; i < why_.size(); ++i) {
    const Rect line{box.x + 12, box.y + 7 + static_cast<float>(i) * kWhyLine, box.w - 20, kWhyLine};
    view.painter.label(interface_type(13.5f, i == 0 ? Face::SemiBold : Face::Regular), line, why_[i],
                       i == 0 ? theme.error : theme.text);
  }
}

void LanesPanel::paint_axis(const View& view, const Rect& area, const trace::Lanes& lanes) const {
  Painter& paint = view.painter;
  const float left = area.x + side_ + label_;
  const float top = area.y + rows_top_ - 2, bottom = area.y + height_ - kSentence - kAxis;
  for (const trace::Tick& tick : lanes.ticks) {
    paint.upright(left + tick.x, top, bottom - top, view.theme.card_edge, paint.hair());
    const float width = paint.metrics().width(interface_type(11.5f), tick.label);
    const float at = std::min(left + tick.x - width / 2, area.right() - side_ - width);
    paint.label(interface_type(11.5f), {std::max(left - 4, at), bottom + 3, width + 2, 18}, tick.label,
                view.theme.muted);
  }
  if (const std::optional<Place>& place = hovered_ ? hovered_ : chosen_) {
    const trace::TimeRange shown = range();
    const double share = static_cast<double>(place->time - shown.begin) / static_cast<double>(shown.length());
    if (share >= 0 && share <= 1) {
      const float x = left + static_cast<float>(share) * (width_ - 2 * side_ - label_);
      for (float y = top; y < bottom; y += 6) paint.upright(x, y, 3, view.theme.accent);
    }
  }
}

void LanesPanel::paint_threads(const View& view, const Rect& area, const trace::Lanes& lanes) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const trace::Story& story = example_.story();
  const float left = area.x + side_ + label_;
  for (std::size_t row = 0; row < lanes.threads.size(); ++row) {
    const trace::ThreadBoxes& thread = lanes.threads[row];
    const float y = area.y + row_top(row), middle = y + kRow / 2;
    const bool is_chosen = chosen_ && !chosen_->is_thing && chosen_->number == thread.lane->number;
    const Color own = thread_color(theme, story.index_of(thread.lane->number));
    if (is_chosen) paint.fill({area.x + side_ - 8, y + 1, area.w - 2 * side_ + 16, kRow - 2}, theme.accent_soft, 5);
    paint.label(interface_type(13, Face::SemiBold), {area.x + side_, y, label_ - 12, kRow},
                short_name(thread.lane->name), thread.lane->is_alive() ? own : mix(theme.inset, own, 0.75f));
    for (const trace::Box& box : thread.boxes) {
      paint_span(view, story, box,
                 {left + box.left, middle - kThick / 2, std::max(1.0f, box.right - box.left), kThick});
    }
  }
  for (const trace::Dot& dot : lanes.dots) {
    const float x = left + dot.x;
    const float y = area.y + row_top(dot.row) + kRow / 2 - kThick / 2 - 1;
    paint.triangle({x - 3, y - 4}, {x + 3, y - 4}, {x, y}, theme.text);
  }
}

void LanesPanel::paint_things(const View& view, const Rect& area, const trace::Lanes& lanes) const {
  Painter& paint = view.painter;
  const Theme& theme = view.theme;
  const trace::Story& story = example_.story();
  const float left = area.x + side_ + label_;
  std::size_t row = lanes.threads.size();
  const auto paint_row = [&](std::string_view name, bool is_code, bool is_chosen,
                             const std::vector<trace::HoldingBox>& boxes, const trace::ThingLane* lane) {
    const float y = area.y + row_top(row++) + kGap, middle = y + kRow / 2;
    if (is_chosen) paint.fill({area.x + side_ - 8, y + 1, area.w - 2 * side_ + 16, kRow - 2}, theme.accent_soft, 5);
    paint.label(is_code ? Type{Face::Mono, 12.5f, 0, Ink::Text, false} : interface_type(12.5f),
                {area.x + side_, y, label_ - 12, kRow}, name, is_code ? theme.code_text : theme.muted);
    for (const trace::HoldingBox& box : boxes) {
      const Rect rect{left + box.left, middle - kThick / 2, std::max(1.0f, box.right - box.left), kThick};
      paint_holding(view, story, lane, box, rect, thread_color(theme, story.index_of(box.holder)));
    }
  };
  if (has_gil_) paint_row("GIL", false, false, lanes.gil, nullptr);
  for (const trace::ThingBoxes& thing : lanes.things) {
    const bool is_chosen = chosen_ && chosen_->is_thing && chosen_->number == thing.lane->thing.number;
    const python::Thing& own = thing.lane->thing;
    paint_row(own.is_part ? own.name + " (lock)" : trace::name_of(own), !thing.lane->thing.name.empty(), is_chosen,
              thing.boxes, thing.lane);
  }
}

void LanesPanel::paint_arrows(const View& view, const Rect& area, const trace::Lanes& lanes) const {
  Painter& paint = view.painter;
  const float left = area.x + side_ + label_;
  for (const trace::ArrowLine& arrow : lanes.arrows) {
    const float from = area.y + row_top(arrow.from) + kRow / 2, to = area.y + row_top(arrow.to) + kRow / 2;
    const bool is_down = to > from;
    const Point begin{left + arrow.left, from + (is_down ? kThick / 2 : -kThick / 2)};
    const Point end{left + arrow.right, to + (is_down ? -kThick / 2 : kThick / 2)};
    const Color color = view.theme.muted.with_alpha(arrow.kind == trace::ArrowKind::Wake ? 0.9f : 0.55f);
    paint.line(begin, end, color, 1);
    const float tip = is_down ? -4.0f : 4.0f;
    paint.triangle({end.x - 3, end.y + tip}, {end.x + 3, end.y + tip}, end, color);
  }
}

}  // namespace threadbook::ui
