// The story as boxes on lanes: where each span of a stretch of time stands in so many pixels. Spans too short to be
// seen alone are drawn as one.
//
// Pure functions. Costs: linear in the spans of the stretch.
#pragma once

#include <string>
#include <vector>

#include "trace/story.h"

namespace threadbook::trace {

struct TimeRange {
  Time begin = 0, end = 0;
  Time length() const { return end - begin; }
  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

// Pixels from the left edge of the lanes. What a box points to lives until the story's next take().
struct Box {
  float left = 0, right = 0;
  State state = State::Running;  // of several spans, the one with most time
  const Span* span = nullptr;    // nullptr: several
};
struct HoldingBox {
  float left = 0, right = 0;
  const Holding* holding = nullptr;  // nullptr: several
  ThreadNumber holder = 0;           // of several, the one with most time
};
struct ThreadBoxes {
  const ThreadLane* lane = nullptr;
  std::vector<Box> boxes;
};
struct ThingBoxes {
  const ThingLane* lane = nullptr;
  std::vector<HoldingBox> boxes;
};
struct ArrowLine {
  std::size_t from = 0, to = 0;  // rows of threads
  float left = 0, right = 0;
  ArrowKind kind = ArrowKind::Wake;
};
// Something printed.
struct Dot {
  std::size_t row = 0;  // of threads
  float x = 0;
};
struct Tick {
  float x = 0;
  std::string label;
};

struct Lanes {
  std::vector<ThreadBoxes> threads;
  std::vector<HoldingBox> gil;  // who ran, where one at a time does
  std::vector<ThingBoxes> things;
  std::vector<ArrowLine> arrows;
  std::vector<Dot> dots;
  std::vector<Tick> ticks;
};

struct LanesWish {
  TimeRange range;
  float width = 0;
  std::size_t most_threads = 8;
  std::size_t most_things = 6;
  bool gil = true;
};

Lanes lay_out(const Story& story, const LanesWish& wish);

// The threads and things that are shown: of too many threads those that are alive and then the latest, in their order;
// of things those that were waited for, and then those that have a name.
std::vector<const ThreadLane*> chosen_threads(const Story& story, std::size_t most);
std::vector<const ThingLane*> chosen_things(const Story& story, std::size_t most);

// `range` made longer or shorter by `factor`, so that the time at `share` of it (0 to 1) stays where it is; within
// `whole`, and no shorter than a microsecond.
TimeRange zoomed(const TimeRange& range, double factor, double share, const TimeRange& whole);
// Moved by `share` of its length, within `whole`.
TimeRange moved(const TimeRange& range, double share, const TimeRange& whole);

}  // namespace threadbook::trace
