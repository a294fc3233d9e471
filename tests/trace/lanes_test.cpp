// Where spans stand in pixels, and what of them is drawn together.
#include "trace/lanes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace threadbook::trace {
namespace {

using python::EventKind;
using python::ThreadActivity;

// A thread that waits `waits` times, each time at a place of its own.
Story story_of(std::size_t threads, std::size_t waits) {
  Recorder recorder;
  Story story;
  const auto event = [&](EventKind kind, ThreadActivity what, std::uint64_t thread) {
    recorder.happened({.kind = kind, .what = what, .line = 1, .value = 1, .thread = thread});
  };
  for (std::size_t thread = 1; thread <= threads; ++thread) event(EventKind::Began, ThreadActivity::Running, thread);
  for (std::size_t i = 0; i < waits; ++i) {
    for (std::size_t thread = 1; thread <= threads; ++thread) {
      event(EventKind::WaitsFor, ThreadActivity::Sleeping, thread);
      event(EventKind::Woken, ThreadActivity::Sleeping, thread);
    }
    if (i % 100 == 0) story.take(recorder, false);
  }
  for (std::size_t thread = 2; thread <= threads; ++thread) event(EventKind::Ended, ThreadActivity::Finished, thread);
  story.take(recorder, true);
  return story;
}

TEST_CASE("lanes: boxes stand in their order within the width, however many spans there are") {
  for (const std::size_t waits : {1u, 10u, 5000u}) {
    const Story story = story_of(3, waits);
    for (const float width : {1.0f, 100.0f, 700.0f}) {
      CAPTURE(waits);
      CAPTURE(width);
      const Lanes lanes = lay_out(story, {.range = {story.begin(), story.end()}, .width = width});
      REQUIRE(lanes.threads.size() == 3);
      for (const ThreadBoxes& thread : lanes.threads) {
        CHECK(thread.boxes.size() <= static_cast<std::size_t>(width) + 2);
        float last = 0;
        for (const Box& box : thread.boxes) {
          CHECK(box.left >= last - 0.01f);
          CHECK(box.right >= box.left);
          CHECK(box.right <= width + 0.01f);
          last = box.left;
        }
      }
      for (const Tick& tick : lanes.ticks) CHECK((tick.x >= 0 && tick.x <= width));
    }
  }
}

TEST_CASE("lanes: of too many threads the main one, the living and the latest are shown") {
  const Story story = story_of(30, 1);
  const auto chosen = chosen_threads(story, 8);
  REQUIRE(chosen.size() == 8);
  CHECK(chosen.front()->number == 1);
  CHECK(chosen.back()->number == 30);
  CHECK(std::is_sorted(chosen.begin(), chosen.end()));
  CHECK(chosen_threads(story, 100).size() == 30);
}

TEST_CASE("lanes: zooming keeps what is pointed at, and nothing leads out of the run") {
  const TimeRange whole{1000, 1'001'000};
  const TimeRange half = zoomed(whole, 0.5, 0.25, whole);
  CHECK(half.length() == 500'000);
  CHECK(half.begin == 1000 + 125'000);
  CHECK(zoomed(half, 100, 0.9, whole) == whole);
  CHECK(zoomed(half, 1e-9, 0.5, whole).length() == 1000);
  CHECK(moved(half, 10, whole).end == whole.end);
  CHECK(moved(half, -10, whole).begin == whole.begin);
}

TEST_CASE("lanes: ticks stand at round times, as many as there is room for") {
  for (const Time length : {Time{2'000}, Time{3'000'000}, Time{420'000'000}, Time{60'000'000'000}}) {
    CAPTURE(length);
    Story story = story_of(1, 1);
    const Lanes lanes = lay_out(story, {.range = {story.begin(), story.begin() + length}, .width = 600});
    REQUIRE(lanes.ticks.size() >= 2);
    CHECK(lanes.ticks.size() <= 8);
    CHECK(lanes.ticks.front().label == "0");
    for (std::size_t i = 1; i < lanes.ticks.size(); ++i) CHECK(lanes.ticks[i].label != lanes.ticks[i - 1].label);
  }
}

}  // namespace
}  // namespace threadbook::trace
