// The story as boxes on lanes: where each span of a stretch of time stands in so many pixels. Spans too short to be
// seen alone are drawn as one.
//
// Pure functions. Costs: linear in the spans of the stretch.
#pragma once

#include <string>
#include <vector>

#include "trace/rows.h"
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
// Of a group: how many of its threads run and wait there, on an average.
struct CrowdBox {
  float left = 0, right = 0;
  float running = 0, waiting = 0;
};
struct ThreadBoxes {
  ThreadRow row;
  std::vector<Box> boxes;       // of one thread
  std::vector<CrowdBox> crowd;  // of a group that is not open
  float most = 1;               // the largest number of them that run or wait anywhere shown
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
// Something printed, or an exception that ended the thread.
struct Dot {
  std::size_t row = 0;  // of threads
  float x = 0;
  const Mark* mark = nullptr;
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
  RowsWish rows;
  bool gil = true;
};

Lanes lay_out(const Story& story, const LanesWish& wish);

// `range` made longer or shorter by `factor`, so that the time at `share` of it (0 to 1) stays where it is; within
// `whole`, and no shorter than a microsecond.
TimeRange zoomed(const TimeRange& range, double factor, double share, const TimeRange& whole);
// Moved by `share` of its length, within `whole`.
TimeRange moved(const TimeRange& range, double share, const TimeRange& whole);

}  // namespace threadbook::trace
