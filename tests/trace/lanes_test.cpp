// Where spans stand in pixels, and what of them is drawn together.
#include "trace/lanes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

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
      const Lanes lanes = lay_out(story, {.range = {story.begin(), story.end()}, .width = width, .rows = {}});
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

// Threads that another has started, called so.
Story story_of(const std::vector<std::string>& names) {
  Recorder recorder;
  Story story;
  recorder.happened({.kind = EventKind::Began, .what = ThreadActivity::Running, .thread = 1});
  story.name(1, "MainThread");
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::uint64_t number = i + 2;
    story.name(static_cast<ThreadNumber>(number), names[i]);
    recorder.happened({.kind = EventKind::Started, .what = ThreadActivity::Starting, .thread = 1, .other = number});
    recorder.happened({.kind = EventKind::Began, .what = ThreadActivity::Running, .thread = number});
    recorder.happened({.kind = EventKind::Ended, .what = ThreadActivity::Finished, .thread = number});
  }
  story.take(recorder, true);
  return story;
}

std::vector<std::string> names_of(const std::vector<ThreadRow>& rows) {
  std::vector<std::string> names;
  for (const ThreadRow& row : rows) {
    names.push_back(row.is_group() ? row.group + " x" + std::to_string(row.lanes.size()) : row.lane().name);
  }
  return names;
}

TEST_CASE("rows: what a thread does is in its name") {
  CHECK(group_of("Thread-7 (work)") == "work");
  CHECK(group_of("Thread-7") == "Thread");
  CHECK(group_of("ThreadPoolExecutor-0_12") == "ThreadPoolExecutor-0");
  CHECK(group_of("worker 3") == "worker");
  CHECK(group_of("Ann") == "Ann");
  CHECK(group_of("12") == "12");
  CHECK(group_of("") == "");
}

TEST_CASE("rows: few threads have one each") {
  const Story story = story_of(std::vector<std::string>{"a-1", "a-2", "a-3", "b"});
  CHECK(names_of(thread_rows(story, {})) == std::vector<std::string>{"MainThread", "a-1", "a-2", "a-3", "b"});
}

TEST_CASE("rows: of many, those with one target share one that can be opened") {
  std::vector<std::string> names{"clock"};
  for (int i = 1; i <= 40; ++i) names.push_back("Thread-" + std::to_string(i) + (i % 2 == 0 ? " (eat)" : " (cook)"));
  names.emplace_back("last");
  const Story story = story_of(names);
  CHECK(names_of(thread_rows(story, {})) ==
        std::vector<std::string>{"MainThread", "clock", "cook x20", "eat x20", "last"});
  const std::vector<ThreadRow> opened = thread_rows(story, {.most_threads = 8, .most_things = 6, .open = {"cook"}});
  REQUIRE(opened.size() == 25);
  CHECK(opened[2].is_open);
  CHECK(opened[3].is_member);
  CHECK(opened[3].lane().name == "Thread-1 (cook)");
  CHECK(opened[22].lane().name == "Thread-39 (cook)");
  CHECK(opened[23].group == "eat");
}

TEST_CASE("rows: of too many different threads the main one, the living and the latest are shown") {
  std::vector<std::string> names;
  for (int i = 0; i < 30; ++i) names.push_back(std::string(1, static_cast<char>('A' + i)));
  const Story story = story_of(names);
  const std::vector<std::string> shown = names_of(thread_rows(story, {}));
  REQUIRE(shown.size() == 8);
  CHECK(shown.front() == "MainThread");
  CHECK(shown.back() == names.back());
}

TEST_CASE("lanes: of a group it is told how many run and wait") {
  // Two of four threads wait, all the time.
  Recorder recorder;
  Story story;
  for (std::uint64_t thread = 1; thread <= 4; ++thread) {
    story.name(static_cast<ThreadNumber>(thread), "w" + std::to_string(thread));
    if (thread > 1) {
      recorder.happened({.kind = EventKind::Started, .what = ThreadActivity::Starting, .thread = 1, .other = thread});
    }
    recorder.happened({.kind = EventKind::Began, .what = ThreadActivity::Running, .thread = thread});
  }
  for (const std::uint64_t thread : {2u, 3u})
    recorder.happened({.kind = EventKind::WaitsFor, .what = ThreadActivity::Sleeping, .line = 3, .thread = thread});
  const Time begin = recorder.now();
  while (recorder.now() < begin + 20'000'000) {
  }
  story.take(recorder, false);
  LanesWish wish{.range = {story.end() - 5'000'000, story.end()}, .width = 100, .rows = {}};
  wish.rows.most_threads = 2;
  const Lanes lanes = lay_out(story, wish);
  REQUIRE(lanes.threads.size() == 2);
  CHECK(lanes.threads[1].row.group == "w");
  REQUIRE_FALSE(lanes.threads[1].crowd.empty());
  for (const CrowdBox& box : lanes.threads[1].crowd) {
    CHECK(box.running == doctest::Approx(1).epsilon(0.05));
    CHECK(box.waiting == doctest::Approx(2).epsilon(0.05));
  }
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
    const Lanes lanes = lay_out(story, {.range = {story.begin(), story.begin() + length}, .width = 600, .rows = {}});
    REQUIRE(lanes.ticks.size() >= 2);
    CHECK(lanes.ticks.size() <= 8);
    CHECK(lanes.ticks.front().label == "0");
    for (std::size_t i = 1; i < lanes.ticks.size(); ++i) CHECK(lanes.ticks[i].label != lanes.ticks[i - 1].label);
  }
}

}  // namespace
}  // namespace threadbook::trace
