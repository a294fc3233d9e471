#include "ui/card/lanes_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "trace/words.h"

namespace threadbook::ui {
namespace {

using trace::Story;
using trace::Time;
using trace::TimeRange;

constexpr float kMarkReach = 5;            // pixels beside a mark that still mean it
constexpr float kMarkBottom = 13;          // from a row's top: marks stand above the spans
constexpr std::size_t kMostSummed = 5000;  // spans, in each frame of a zoom
constexpr Time kSummaryEvery = 1'000'000'000;
constexpr double kTooShort = 400;  // a span of less than this part of what is shown is passed over by keys

// Where the spans of a row begin and end.
std::vector<TimeRange> spans_of(const Story& story, const LanesView::Place& place) {
  std::vector<TimeRange> spans;
  if (place.kind == LanesView::Place::Kind::Thing) {
    for (const trace::Holding& held : story.thing(place.number)->spans)
      spans.push_back({held.begin, story.end_of(held)});
  } else if (const trace::ThreadLane* lane = story.thread(place.number)) {
    for (const trace::Span& span : lane->spans) spans.push_back({span.begin, span.end});
  }
  return spans;
}

// About so many spans of threads lie in a stretch.
std::size_t spans_in(const Story& story, const TimeRange& range) {
  std::size_t count = 0;
  for (const trace::ThreadLane& lane : story.threads()) {
    const auto begins_before = [](const trace::Span& span, Time time) { return span.begin < time; };
    const auto first = std::lower_bound(lane.spans.begin(), lane.spans.end(), range.begin, begins_before);
    count += static_cast<std::size_t>(std::lower_bound(first, lane.spans.end(), range.end, begins_before) - first);
  }
  return count;
}

}  // namespace

void LanesView::begin() {
  held_.reset();
  selected_.reset();
  chosen_.reset();
  hovered_.reset();
  summary_.reset();
}

void LanesView::lay_out(const Story& story, std::size_t most_threads, std::size_t most_things, bool gil, float width) {
  wish_.most_threads = most_threads;
  wish_.most_things = most_things;
  has_gil_ = gil;
  width_ = width;
  rows_.clear();
  for (const trace::ThreadRow& row : trace::thread_rows(story, wish_))
    rows_.push_back({row.lane().number, row.is_group() ? row.group : "", row.is_open});
  things_ = trace::chosen_things(story, most_things).size();
}

float LanesView::height() const {
  const std::size_t shared = things_ + (has_gil_ ? 1 : 0);
  return static_cast<float>(rows_.size() + shared) * kRow + (shared > 0 ? kGap : 0);
}

TimeRange LanesView::whole(const Story& story) {
  return {story.begin(), std::max(story.end(), story.begin() + 1'000'000)};
}

trace::Lanes LanesView::lanes(const Story& story) const {
  return trace::lay_out(story, {.range = range(story), .width = width_, .rows = wish_, .gil = has_gil_});
}

float LanesView::x_of(const Story& story, Time time) const {
  const TimeRange shown = range(story);
  return static_cast<float>(static_cast<double>(time - shown.begin) / static_cast<double>(shown.length())) * width_;
}

Time LanesView::time_at(const Story& story, float x) const {
  const TimeRange shown = range(story);
  const double share = std::clamp(x / width_, 0.0f, 1.0f);
  return shown.begin + static_cast<Time>(static_cast<double>(shown.length()) * share);
}

std::optional<LanesView::Place> LanesView::at(const Story& story, float x, float y) const {
  if (y < 0) return std::nullopt;
  const Time time = time_at(story, x);
  const auto row = static_cast<std::size_t>(y / kRow);
  if (row < rows_.size()) {
    const Row& own = rows_[row];
    if (!own.group.empty()) return Place{Place::Kind::Group, own.first, time};
    Place place{Place::Kind::Thread, own.first, time};
    if (y - row_top(row) > kMarkBottom) return place;
    const Time reach = time_at(story, x + kMarkReach) - time;
    const auto& marks = story.marks();
    auto mark = story.mark_from(time - reach);
    for (; mark != marks.end() && mark->time <= time + reach; ++mark) {
      if (mark->thread == own.first) return Place{Place::Kind::Mark, own.first, mark->time};
    }
    return place;
  }
  const float below = y - row_top(rows_.size()) - kGap;
  if (below < 0) return std::nullopt;
  auto index = static_cast<std::size_t>(below / kRow);
  if (has_gil_ && index-- == 0) return std::nullopt;
  if (index >= things_) return std::nullopt;
  return Place{Place::Kind::Thing, trace::chosen_things(story, wish_.most_things)[index]->thing.number, time};
}

void LanesView::choose(std::optional<Place> place) {
  chosen_ = place;
  selected_.reset();
}

void LanesView::select(std::optional<TimeRange> range) {
  if (range && range->end < range->begin) std::swap(range->begin, range->end);
  if (range && range->length() == 0) range.reset();
  selected_ = range;
  hovered_.reset();
}

void LanesView::clear() {
  if (std::exchange(selected_, std::nullopt)) return;
  chosen_.reset();
  hovered_.reset();
}

void LanesView::zoom(const Story& story, double factor, double share) {
  held_ = trace::zoomed(range(story), factor, share, whole(story));
}

void LanesView::move(const Story& story, double share) { held_ = trace::moved(range(story), share, whole(story)); }

std::vector<LanesView::Place> LanesView::all_rows(const Story& story, Time time) const {
  std::vector<Place> rows;
  for (const Row& row : rows_)
    rows.push_back({row.group.empty() ? Place::Kind::Thread : Place::Kind::Group, row.first, time});
  for (const trace::ThingLane* lane : trace::chosen_things(story, wish_.most_things))
    rows.push_back({Place::Kind::Thing, lane->thing.number, time});
  return rows;
}

void LanesView::step(const Story& story, int rows, int spans) {
  hovered_.reset();  // the keys have the word now
  const TimeRange shown = range(story);
  const std::vector<Place> all = all_rows(story, chosen_ ? chosen_->time : shown.begin + shown.length() / 2);
  if (all.empty()) return;
  if (!chosen_) return choose(all.front());
  const auto own = std::find_if(all.begin(), all.end(), [&](const Place& row) { return row.is_of_row(*chosen_); });
  const auto last_row = static_cast<std::ptrdiff_t>(all.size()) - 1;
  const auto row = std::clamp<std::ptrdiff_t>((own == all.end() ? 0 : own - all.begin()) + rows, 0, last_row);
  Place place = all[static_cast<std::size_t>(row)];
  if (spans != 0 && place.kind != Place::Kind::Group) {
    const std::vector<TimeRange> own_spans = spans_of(story, place);
    const auto after = std::upper_bound(own_spans.begin(), own_spans.end(), place.time,
                                        [](Time time, const TimeRange& span) { return time < span.begin; });
    std::ptrdiff_t at = after - own_spans.begin() - 1;
    const auto last = static_cast<std::ptrdiff_t>(own_spans.size()) - 1;
    const auto seen = static_cast<Time>(static_cast<double>(shown.length()) / kTooShort);
    do {
      at += spans;
    } while (at > 0 && at < last && own_spans[static_cast<std::size_t>(at)].length() < seen);
    if (last >= 0) {
      const TimeRange& span = own_spans[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, last))];
      place.time = (span.begin + span.end) / 2;
      bring_into_sight(story, place.time);
    }
  }
  choose(place);
}

void LanesView::bring_into_sight(const Story& story, Time time) {
  const TimeRange shown = range(story);
  if (time >= shown.begin && time <= shown.end) return;
  move(story, static_cast<double>(time - shown.begin) / static_cast<double>(shown.length()) - 0.5);
}

void LanesView::stretch(const Story& story, int spans) {
  hovered_.reset();
  if (!chosen_) step(story, 0, 0);
  if (!chosen_ || chosen_->kind == Place::Kind::Group) return;
  std::vector<Time> edges;
  for (const TimeRange& span : spans_of(story, *chosen_)) {
    edges.push_back(span.begin);
    edges.push_back(span.end);
  }
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  if (edges.empty()) return;
  TimeRange selected = selected_.value_or(TimeRange{chosen_->time, chosen_->time});
  if (!selected_) {  // from the beginning of the chosen span on
    const auto after = std::upper_bound(edges.begin(), edges.end(), chosen_->time);
    selected.begin = selected.end = after == edges.begin() ? edges.front() : *std::prev(after);
  }
  if (spans > 0) {
    const auto next = std::upper_bound(edges.begin(), edges.end(), selected.end);
    if (next != edges.end()) selected.end = *next;
  } else {
    const auto next = std::lower_bound(edges.begin(), edges.end(), selected.end);
    if (next != edges.begin()) selected.end = std::max(selected.begin, *std::prev(next));
  }
  bring_into_sight(story, selected.end);
  select(selected);
}

void LanesView::step_to_mark(const Story& story) {
  if (!chosen_ || !chosen_->is_thread()) return;
  const auto is_own = [&](const trace::Mark& mark) { return mark.thread == chosen_->number; };
  const auto& marks = story.marks();
  const Time from = chosen_->kind == Place::Kind::Mark ? chosen_->time + 1 : chosen_->time;
  const auto begin = story.mark_from(from);
  auto mark = std::find_if(begin, marks.end(), is_own);
  if (mark == marks.end()) mark = std::find_if(marks.begin(), marks.end(), is_own);
  if (mark == marks.end()) return;
  bring_into_sight(story, mark->time);
  choose(Place{Place::Kind::Mark, mark->thread, mark->time});
}

bool LanesView::toggle(const Place& place) {
  if (place.kind != Place::Kind::Group) return false;
  const auto row = std::find_if(rows_.begin(), rows_.end(),
                                [&](const Row& each) { return !each.group.empty() && each.first == place.number; });
  if (row == rows_.end()) return false;
  if (wish_.open.erase(row->group) == 0) wish_.open.insert(row->group);
  return true;
}

// ---- words ---------------------------------------------------------------------------------------------------------

const trace::Mark* LanesView::mark_at(const Story& story, const Place& place) {
  if (place.kind != Place::Kind::Mark) return nullptr;
  const auto& marks = story.marks();
  auto mark = story.mark_from(place.time);
  while (mark != marks.end() && mark->time == place.time && mark->thread != place.number) ++mark;
  return mark != marks.end() && mark->time == place.time ? &*mark : nullptr;
}

std::uint32_t LanesView::line_of(const Story& story, const Place& place) {
  if (place.kind == Place::Kind::Group) return 0;
  if (place.kind == Place::Kind::Thing) {
    const trace::ThingLane* lane = story.thing(place.number);
    const trace::Holding* held = lane != nullptr ? story.at(*lane, place.time) : nullptr;
    return held != nullptr ? held->line : 0;
  }
  if (const trace::Mark* mark = mark_at(story, place)) return mark->line;
  const trace::ThreadLane* lane = story.thread(place.number);
  const trace::Span* span = lane != nullptr ? story.at(*lane, place.time) : nullptr;
  return span != nullptr ? span->line : 0;
}

std::string LanesView::sentence_of(const Story& story, const Place& place) const {
  const std::string at = trace::time_text(place.time - story.begin()) + ": ";
  if (const trace::Mark* mark = mark_at(story, place)) return at + trace::sentence(story, *mark);
  if (place.kind == Place::Kind::Thing) {
    const trace::ThingLane* lane = story.thing(place.number);
    if (lane == nullptr) return "";
    if (const trace::Holding* held = story.at(*lane, place.time)) {
      return at + trace::name_of(lane->thing) + ": " + trace::holding_words(story, *lane, *held) + ".";
    }
    return at + trace::name_of(lane->thing) + (lane->is_lock() ? " is free." : " was not used yet.");
  }
  if (place.kind == Place::Kind::Group) {
    for (const trace::ThreadRow& row : trace::thread_rows(story, wish_)) {
      if (!row.is_group() || row.lane().number != place.number) continue;
      trace::CrowdBox count;
      for (const trace::ThreadLane* lane : row.lanes) {
        const trace::Span* span = story.at(*lane, place.time);
        if (span == nullptr) continue;
        count.running += span->state == trace::State::Running ? 1 : 0;
        count.waiting += span->state == trace::State::Waiting || span->state == trace::State::WaitingForGil ? 1 : 0;
      }
      return at + "of " + trace::row_name(row) + ", " + trace::crowd_words(count) +
             (row.is_open ? ". Press to close." : ". Press to see each.");
    }
    return "";
  }
  const trace::ThreadLane* lane = story.thread(place.number);
  if (lane == nullptr) return "";
  if (const trace::Span* span = story.at(*lane, place.time)) return trace::sentence(story, *lane, *span);
  return at + lane->name + (place.time < lane->began ? " was not started yet." : " has ended.");
}

std::string LanesView::sentence(const Story& story) const {
  if (hovered_) return sentence_of(story, *hovered_);
  if (selected_) return trace::totals_words(story, *selected_);
  if (chosen_) return sentence_of(story, *chosen_);
  return summary(story);
}

const std::string& LanesView::summary(const Story& story) const {
  const TimeRange shown = range(story);
  if (summary_ && summary_->is_over == story.is_over() && summary_->range.begin == shown.begin) {
    const Time later = shown.end - summary_->range.end;
    if (later == 0 || (!held_ && !story.is_over() && later > 0 && later < kSummaryEvery)) return summary_->text;
  }
  std::string text;
  if (held_ && spans_in(story, *held_) > kMostSummed) {
    text = trace::length_text(held_->length()) + " of the run: drag along the axis to have a stretch summed up.";
  } else if (held_) {
    text = trace::totals_words(story, *held_);
  } else {
    const trace::Totals totals = story.totals(shown.begin, shown.end);
    text = std::to_string(story.threads().size()) + (story.threads().size() == 1 ? " thread" : " threads");
    text += " in " + trace::length_text(totals.length);
    if (story.threads().size() > 1 && totals.length > 0) text += "; " + trace::together_words(totals);
    if (story.folded() > 0) text += "; what came first is told in totals only";
    text += ".";
  }
  summary_ = Summary{shown, story.is_over(), std::move(text)};
  return summary_->text;
}

}  // namespace threadbook::ui
