#include "trace/lanes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <unordered_map>

namespace threadbook::trace {
namespace {

constexpr float kSeen = 1.5f;  // pixels: what is narrower is drawn with its neighbours
constexpr float kTickRoom = 88;
constexpr float kDotRoom = 4;
constexpr float kPiece = 2;  // of a crowd
constexpr std::size_t kMostArrows = 400;

class Scale {
 public:
  Scale(const TimeRange& range, float width) : begin_(range.begin), width_(width) {
    scale_ = range.length() > 0 ? width / static_cast<double>(range.length()) : 0;
  }
  float x(Time time) const {
    const double x = static_cast<double>(time - begin_) * scale_;
    return static_cast<float>(std::clamp(x, 0.0, static_cast<double>(width_)));
  }

 private:
  Time begin_;
  float width_;
  double scale_;
};

auto first_in(const ThreadLane& lane, const TimeRange& range) {
  return std::lower_bound(lane.spans.begin(), lane.spans.end(), range.begin,
                          [](const Span& span, Time time) { return span.end < time; });
}

std::vector<Box> boxes_of(const ThreadLane& lane, const TimeRange& range, const Scale& scale) {
  std::vector<Box> boxes;
  std::array<Time, kStates> in{};
  bool is_gathering = false;
  for (auto span = first_in(lane, range); span != lane.spans.end() && span->begin <= range.end; ++span) {
    const float left = scale.x(span->begin), right = scale.x(span->end);
    if (right - left >= kSeen) {
      boxes.push_back({left, right, span->state, &*span});
      is_gathering = false;
      continue;
    }
    if (!is_gathering || right - boxes.back().left > 2 * kSeen) {
      boxes.push_back({left, right, span->state, &*span});
      in = {};
    } else {
      boxes.back().right = right;
      boxes.back().span = nullptr;
    }
    is_gathering = true;
    in[static_cast<std::size_t>(span->state)] += span->end - span->begin;
    boxes.back().state = static_cast<State>(std::max_element(in.begin(), in.end()) - in.begin());
  }
  return boxes;
}

void put(std::vector<HoldingBox>& boxes, const HoldingBox& box) {
  if (box.right - box.left < kSeen && !boxes.empty() && box.left - boxes.back().left < kSeen) {
    boxes.back().right = std::max(boxes.back().right, box.right);
    boxes.back().holding = nullptr;
    return;
  }
  boxes.push_back(box);
}

std::vector<HoldingBox> boxes_of(const ThingLane& lane, const Story& story, const TimeRange& range,
                                 const Scale& scale) {
  std::vector<HoldingBox> boxes;
  const auto first = std::lower_bound(lane.spans.begin(), lane.spans.end(), range.begin,
                                      [&](const Holding& held, Time time) { return story.end_of(held) < time; });
  for (auto held = first; held != lane.spans.end() && held->begin <= range.end; ++held) {
    put(boxes, {scale.x(held->begin), scale.x(story.end_of(*held)), &*held, held->holder});
  }
  return boxes;
}

// How many of them run and wait, on an average, in pieces of so many pixels.
std::vector<CrowdBox> crowd_of(const std::vector<const ThreadLane*>& lanes, const TimeRange& range, const Scale& scale,
                               float width) {
  const auto count = static_cast<std::size_t>(std::max(1.0f, std::ceil(width / kPiece)));
  struct Piece {
    float running = 0, waiting = 0, alive = 0;                 // pixels, of what begins or ends in it
    float running_here = 0, waiting_here = 0, alive_here = 0;  // how many more cover it and what follows
  };
  std::vector<Piece> pieces(count + 1);
  const auto add = [&](float left, float right, float Piece::*part, float Piece::*whole) {
    const auto first = std::min(count - 1, static_cast<std::size_t>(left / kPiece));
    const auto last = std::min(count - 1, static_cast<std::size_t>(right / kPiece));
    if (first == last) {
      pieces[first].*part += right - left;
      return;
    }
    pieces[first].*part += static_cast<float>(first + 1) * kPiece - left;
    pieces[last].*part += right - static_cast<float>(last) * kPiece;
    pieces[first + 1].*whole += kPiece;
    pieces[last].*whole -= kPiece;
  };
  for (const ThreadLane* lane : lanes) {
    for (auto span = first_in(*lane, range); span != lane->spans.end() && span->begin <= range.end; ++span) {
      const float left = scale.x(span->begin), right = scale.x(span->end);
      if (right <= left) continue;
      add(left, right, &Piece::alive, &Piece::alive_here);
      if (span->state == State::Running) add(left, right, &Piece::running, &Piece::running_here);
      if (span->state == State::Waiting || span->state == State::WaitingForGil)
        add(left, right, &Piece::waiting, &Piece::waiting_here);
    }
  }
  std::vector<CrowdBox> boxes;
  float running = 0, waiting = 0, alive = 0;
  for (std::size_t i = 0; i < count; ++i) {
    running += pieces[i].running_here;
    waiting += pieces[i].waiting_here;
    alive += pieces[i].alive_here;
    const float left = static_cast<float>(i) * kPiece, right = std::min(width, left + kPiece);
    if (alive + pieces[i].alive <= 0.01f || right <= left) continue;
    CrowdBox box{left, right, (running + pieces[i].running) / kPiece, (waiting + pieces[i].waiting) / kPiece};
    const auto is_like = [](float a, float b) { return std::abs(a - b) < 0.02f; };
    if (!boxes.empty() && boxes.back().right == left && is_like(boxes.back().running, box.running) &&
        is_like(boxes.back().waiting, box.waiting)) {
      boxes.back().right = right;
    } else {
      boxes.push_back(box);
    }
  }
  return boxes;
}

// Who ran, one after the other.
std::vector<HoldingBox> gil_boxes(const Story& story, const TimeRange& range, const Scale& scale) {
  std::vector<HoldingBox> boxes, all;
  for (const ThreadLane& lane : story.threads()) {
    for (const Box& box : boxes_of(lane, range, scale)) {
      if (box.state == State::Running) all.push_back({box.left, box.right, nullptr, lane.number});
    }
  }
  std::sort(all.begin(), all.end(), [](const HoldingBox& a, const HoldingBox& b) { return a.left < b.left; });
  for (const HoldingBox& box : all) {
    if (!boxes.empty() && boxes.back().holder == box.holder && box.left - boxes.back().right < kSeen) {
      boxes.back().right = std::max(boxes.back().right, box.right);
    } else {
      boxes.push_back(box);
    }
  }
  return boxes;
}

// In the unit of the step, with as many decimals as it has.
std::string tick_label(Time time, Time step) {
  if (time == 0) return "0";
  const bool in_seconds = step >= 1'000'000;
  const double unit = in_seconds ? 1e9 : 1e6;
  const int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(static_cast<double>(step) / unit) + 1e-9)));
  char label[32];
  std::snprintf(label, sizeof label, "%.*f %s", decimals, static_cast<double>(time) / unit, in_seconds ? "s" : "ms");
  return label;
}

std::vector<Tick> ticks_of(const TimeRange& range, Time zero, const Scale& scale, float width) {
  std::vector<Tick> ticks;
  if (range.length() <= 0 || width < kTickRoom) return ticks;
  const double least = static_cast<double>(range.length()) * kTickRoom / width;
  double step = std::pow(10.0, std::floor(std::log10(least)));
  for (const double factor : {2.0, 5.0, 10.0}) {
    if (step >= least) break;
    step = std::pow(10.0, std::floor(std::log10(least))) * factor;
  }
  const auto step_time = std::max<Time>(1, static_cast<Time>(step));
  for (Time time = (range.begin - zero + step_time - 1) / step_time * step_time; time <= range.end - zero;
       time += step_time) {
    ticks.push_back({scale.x(time + zero), tick_label(time, step_time)});
  }
  return ticks;
}

}  // namespace

Lanes lay_out(const Story& story, const LanesWish& wish) {
  Lanes lanes;
  const Scale scale(wish.range, wish.width);
  std::unordered_map<ThreadNumber, std::size_t> rows;  // a member of an open group has its own
  for (ThreadRow& row : thread_rows(story, wish.rows)) {
    for (const ThreadLane* lane : row.lanes) rows[lane->number] = lanes.threads.size();
    ThreadBoxes boxes;
    if (row.is_group()) {
      if (!row.is_open) boxes.crowd = crowd_of(row.lanes, wish.range, scale, wish.width);
      for (const CrowdBox& box : boxes.crowd) boxes.most = std::max(boxes.most, box.running + box.waiting);
    } else {
      boxes.boxes = boxes_of(row.lane(), wish.range, scale);
    }
    boxes.row = std::move(row);
    lanes.threads.push_back(std::move(boxes));
  }
  if (wish.gil && story.threads().size() > 1) lanes.gil = gil_boxes(story, wish.range, scale);
  for (const ThingLane* lane : chosen_things(story, wish.rows.most_things)) {
    lanes.things.push_back({lane, boxes_of(*lane, story, wish.range, scale)});
  }
  const auto row_of = [&](ThreadNumber number) {
    const auto found = rows.find(number);
    return found == rows.end() ? lanes.threads.size() : found->second;
  };
  float last = -10;
  for (const Arrow& arrow : story.arrows()) {
    if (arrow.end < wish.range.begin || arrow.begin > wish.range.end) continue;
    const std::size_t from = row_of(arrow.from), to = row_of(arrow.to);
    if (from == lanes.threads.size() || to == lanes.threads.size() || from == to) continue;
    const float left = scale.x(arrow.begin), right = scale.x(arrow.end);
    // Where they stand too close none can be told from another.
    if (lanes.arrows.size() > 40 && right - last < 3) continue;
    last = right;
    lanes.arrows.push_back({from, to, left, right, arrow.kind});
    if (lanes.arrows.size() == kMostArrows) break;
  }
  const auto first = story.mark_from(wish.range.begin);
  std::vector<float> dotted(lanes.threads.size(), -kDotRoom);
  for (auto mark = first; mark != story.marks().end() && mark->time <= wish.range.end; ++mark) {
    const std::size_t row = row_of(mark->thread);
    if (row == lanes.threads.size()) continue;
    const float x = scale.x(mark->time);
    if (!mark->is_exception() && x - dotted[row] < kDotRoom) continue;
    dotted[row] = x;
    lanes.dots.push_back({row, x, &*mark});
  }
  lanes.ticks = ticks_of(wish.range, story.begin(), scale, wish.width);
  return lanes;
}

TimeRange zoomed(const TimeRange& range, double factor, double share, const TimeRange& whole) {
  const double length = std::clamp(static_cast<double>(range.length()) * factor, 1000.0,
                                   std::max(1000.0, static_cast<double>(whole.length())));
  const double fixed = static_cast<double>(range.begin) + share * static_cast<double>(range.length());
  TimeRange result;
  result.begin = static_cast<Time>(fixed - share * length);
  result.end = result.begin + static_cast<Time>(length);
  return moved(result, 0, whole);
}

TimeRange moved(const TimeRange& range, double share, const TimeRange& whole) {
  const Time length = range.length();
  Time begin = range.begin + static_cast<Time>(share * static_cast<double>(length));
  begin = std::max(whole.begin, std::min(begin, whole.end - length));
  return {begin, begin + length};
}

}  // namespace threadbook::trace
