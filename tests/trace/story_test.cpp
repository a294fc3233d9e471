// Programs whose threads have a known story: what is recorded tells exactly that.
#include "trace/story.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "trace/chrome_trace.h"
#include "trace/picture.h"
#include "trace/tell.h"
#include "trace/words.h"

namespace threadbook::trace {
namespace {

using python::ThreadActivity;

// The programs of tests/trace/programs/told, and what is looked for in their stories.
const std::filesystem::path kPrograms = std::filesystem::path(THREADBOOK_PROGRAMS) / "told";
Told tell_program(const std::string& name, bool gil = true) {
  return tell(read_program(kPrograms / (name + ".py")), gil);
}

const ThreadLane& thread(const Told& told, std::string_view name) {
  const auto found = std::find_if(told.story.threads().begin(), told.story.threads().end(),
                                  [&](const ThreadLane& lane) { return lane.name == name; });
  REQUIRE_MESSAGE(found != told.story.threads().end(), std::string(name));
  return *found;
}
const ThingLane& thing(const Told& told, std::string_view name) {
  const auto found = std::find_if(told.story.things().begin(), told.story.things().end(), [&](const ThingLane& lane) {
    return lane.thing.name == name && !lane.thing.is_part;
  });
  REQUIRE_MESSAGE(found != told.story.things().end(), std::string(name));
  return *found;
}

std::vector<const Span*> waits(const ThreadLane& lane, ThreadActivity what) {
  std::vector<const Span*> found;
  for (const Span& span : lane.spans) {
    if (span.state == State::Waiting && span.what == what) found.push_back(&span);
  }
  return found;
}

Time length(const Span& span) { return span.end - span.begin; }
Time time_in(const ThreadLane& lane, State state) {
  Time sum = 0;
  for (const Span& span : lane.spans) sum += span.state == state ? length(span) : 0;
  return sum;
}

// A lane shows one thing at a time.
void check_in_order(const Story& story) {
  for (const ThingLane& thing : story.things()) {
    CAPTURE(name_of(thing.thing));
    for (std::size_t i = 1; i < thing.spans.size(); ++i) {
      CHECK(thing.spans[i - 1].end >= thing.spans[i - 1].begin);
      CHECK(thing.spans[i - 1].end <= thing.spans[i].begin);
    }
  }
}

// What holds of every story.
void check_sound(const Story& story) {
  for (const ThreadLane& lane : story.threads()) {
    CAPTURE(lane.name);
    for (std::size_t i = 0; i < lane.spans.size(); ++i) {
      const Span& span = lane.spans[i];
      CAPTURE(sentence(story, lane, span));
      CHECK(span.begin <= span.end);
      if (i > 0) CHECK(lane.spans[i - 1].end == span.begin);
      // No wake-up without its cause.
      const bool is_served =
          span.state == State::Waiting && span.outcome == Outcome::Got && (span.thing != 0 || span.joined != 0);
      if (is_served) CHECK(span.woken_by != 0);
      if (span.woken_by != 0) CHECK(span.woken_at <= span.end);
    }
    if (!lane.is_alive()) CHECK(lane.ended >= lane.began);
  }
  check_in_order(story);
}

constexpr Time kMs = 1'000'000;

// What a program has said of a doing of one of its threads, in the story's time. Of a wait it has read its clock before
// and after, of a hold at its first moment and at its last.
struct Reading {
  std::string thread, what;  // "joining", "holding fork"
  Time since = 0, until = 0;
};

std::vector<Reading> readings_of(const Told& told) {
  std::vector<Reading> readings;
  std::istringstream lines(told.output);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    Reading reading;
    if (!std::getline(fields, reading.thread, '\t') || !std::getline(fields, reading.what, '\t')) continue;
    if (!(fields >> reading.since >> reading.until)) continue;
    reading.since -= told.begin;
    reading.until -= told.begin;
    readings.push_back(reading);
  }
  return readings;
}

// How far the log's duration is from the program's own. They are read one after the other from one clock by one thread,
// so that a span lies between the two readings outside of it, and around those inside, is certain.
Time difference(const Told& told, const Reading& reading) {
  CAPTURE(reading.thread);
  CAPTURE(reading.what);
  const ThreadLane& lane = thread(told, reading.thread);
  const Time measured = reading.until - reading.since;
  constexpr std::string_view kHolding = "holding ";
  if (reading.what.starts_with(kHolding)) {
    for (const Holding& held : thing(told, std::string_view(reading.what).substr(kHolding.size())).spans) {
      if (held.holder != lane.number || held.begin > reading.since || held.end < reading.until) continue;
      return held.end - held.begin - measured;
    }
    FAIL_CHECK("it is not told that it is held");
    return 0;
  }
  Time told_of = 0;
  for (const Span* span : waits(lane, python::activity_called(reading.what))) {
    if (span->end < reading.since || span->begin > reading.until) continue;
    CHECK(span->begin >= reading.since);
    CHECK(span->end <= reading.until);
    told_of += length(*span);
  }
  return measured - told_of;
}

// Of a story that a program of kPrograms has told.
void check_sound(const Told& told) {
  check_sound(told.story);
  for (const Reading& reading : readings_of(told)) difference(told, reading);
}

// How often a program runs at most until the machine has not stopped a thread of it at the wrong moment.
constexpr int kTries = 40;

// A thread that the machine stops beside a reading has measured more than it waited; one that the log tells wrongly is
// told so each time. So what counts is the run that went best.
TEST_CASE("story: durations are those that the programs have measured themselves, within 2 ms") {
  for (const auto& program : std::filesystem::directory_iterator(kPrograms)) {
    for (const bool gil : {true, false}) {
      CAPTURE(program.path().stem().string());
      CAPTURE(gil);
      std::map<std::string, Time> least;  // by what was measured
      const auto is_far = [](const auto& each) { return each.second >= 2 * kMs; };
      for (int i = 0; i < kTries && (i == 0 || std::any_of(least.begin(), least.end(), is_far)); ++i) {
        const Told told = tell(read_program(program.path()), gil);
        CHECK(told.stands_still == (program.path().stem() == "deadlock"));
        std::map<std::string, int> count;
        for (const Reading& reading : readings_of(told)) {
          const std::string which = reading.what + " " + std::to_string(++count[reading.what]);
          const Time now = difference(told, reading);
          const auto [known, is_first] = least.emplace(which, now);
          if (!is_first) known->second = std::min(known->second, now);
        }
      }
      CHECK(!least.empty());
      for (const auto& [which, time] : least) {
        CAPTURE(which);
        CHECK(time >= 0);
        CHECK(time < 2 * kMs);
      }
    }
  }
}

TEST_CASE("story: five sleepers, all at once") {
  const Told told = tell_program("five_sleepers");
  check_sound(told);
  CHECK(told.story.threads().size() == 6);
  for (int n = 0; n < 5; ++n) {
    const ThreadLane& lane = thread(told, "S" + std::to_string(n));
    const auto sleeps = waits(lane, ThreadActivity::Sleeping);
    REQUIRE(sleeps.size() == 1);
    CHECK(length(*sleeps[0]) >= 200 * kMs);
    CHECK(lane.started_by == thread(told, "MainThread").number);
    CHECK(!lane.is_alive());
    // All sleep at the same time.
    CHECK(sleeps[0]->begin < waits(thread(told, "S0"), ThreadActivity::Sleeping)[0]->end);
  }
  const auto joins = waits(thread(told, "MainThread"), ThreadActivity::Joining);
  REQUIRE(!joins.empty());  // who has ended already is not waited for
  for (const Span* join : joins) CHECK(join->woken_by == join->joined);
}

TEST_CASE("story: a lock is handed from one to the next") {
  for (const bool gil : {true, false}) {
    CAPTURE(gil);
    const Told told = tell_program("lock_convoy", gil);
    check_sound(told);
    const ThingLane& lock = thing(told, "lock");
    REQUIRE(lock.spans.size() == 5);
    std::vector<std::string> order{"W0", "W1", "W2", "W3"};  // in which they came
    std::sort(order.begin(), order.end(), [&](const std::string& a, const std::string& b) {
      const auto begin = [&](const std::string& name) {
        const auto held_up = waits(thread(told, name), ThreadActivity::WaitingForLock);
        REQUIRE(held_up.size() == 1);
        return held_up[0]->begin;
      };
      return begin(a) < begin(b);
    });
    order.insert(order.begin(), "MainThread");
    for (std::size_t n = 0; n < order.size(); ++n) {
      const ThreadLane& lane = thread(told, order[n]);
      CHECK(lock.spans[n].holder == lane.number);
      if (n == 0) continue;
      const Span& held_up = *waits(lane, ThreadActivity::WaitingForLock)[0];
      CHECK(held_up.line == 17);
      CHECK(held_up.thing == lock.thing.number);
      CHECK(held_up.holder == thread(told, "MainThread").number);
      CHECK(held_up.holder_line == 24);
      CHECK(told.story.name_of(held_up.woken_by) == order[n - 1]);
      CHECK(length(held_up) >= 30 * kMs * static_cast<Time>(n - 1));
    }
  }
}

TEST_CASE("story: producer and consumer") {
  const Told told = tell_program("producer_and_consumer");
  check_sound(told);
  const auto held_up = waits(thread(told, "Consumer"), ThreadActivity::WaitingForQueue);
  REQUIRE(held_up.size() == 3);
  for (const Span* span : held_up) {
    CHECK(span->thing == thing(told, "jobs").thing.number);
    CHECK(told.story.name_of(span->woken_by) == "MainThread");
  }
  CHECK(thing(told, "jobs").thing.kind == python::ThingKind::Queue);
}

TEST_CASE("story: a barrier lets all go when the last has come") {
  const Told told = tell_program("barrier");
  check_sound(told);
  for (int n = 0; n < 2; ++n) {
    const auto held_up = waits(thread(told, "T" + std::to_string(n)), ThreadActivity::WaitingForBarrier);
    REQUIRE(!held_up.empty());
    const Span& last = *held_up.back();
    CHECK(last.thing == thing(told, "meeting").thing.number);
    CHECK(told.story.name_of(last.woken_by) == "T2");
  }
}

TEST_CASE("story: two wait for each other") {
  for (const bool gil : {true, false}) {
    CAPTURE(gil);
    const Told told = tell_program("deadlock", gil);
    check_sound(told);
    CHECK(told.stands_still);
    for (const auto& [name, other, has, wants] :
         {std::array{"Ann", "Bob", "fork", "knife"}, std::array{"Bob", "Ann", "knife", "fork"}}) {
      const auto held_up = waits(thread(told, name), ThreadActivity::WaitingForLock);
      REQUIRE(held_up.size() == 1);
      CHECK(held_up[0]->thing == thing(told, wants).thing.number);
      CHECK(held_up[0]->line == 22);
      CHECK(told.story.name_of(held_up[0]->holder) == other);
      CHECK(held_up[0]->holder_line == 16);
      CHECK(held_up[0]->outcome != Outcome::Got);
      CHECK(held_up[0]->woken_by == 0);
      REQUIRE(thing(told, has).spans.size() == 1);
      CHECK(told.story.name_of(thing(told, has).spans[0].holder) == name);
    }
  }
}

TEST_CASE("story: a daemon is ended with the program") {
  const Told told = tell_program("daemon");
  check_sound(told);
  const ThreadLane& daemon = thread(told, "Daemon");
  const auto held_up = waits(daemon, ThreadActivity::WaitingForEvent);
  REQUIRE(held_up.size() == 1);
  CHECK(held_up[0]->outcome != Outcome::Got);
  CHECK(held_up[0]->woken_by == 0);
  CHECK(held_up[0]->end >= thread(told, "MainThread").ended);
}

TEST_CASE("story: a thread that ends with an exception ends") {
  const Told told = tell_program("exception");
  check_sound(told);
  CHECK(!thread(told, "Hapless").is_alive());
  // The traceback is written by the thread itself.
  CHECK(std::any_of(told.story.marks().begin(), told.story.marks().end(),
                    [&](const Mark& mark) { return mark.thread == thread(told, "Hapless").number; }));
}

TEST_CASE("story: two threads that compute, with the GIL in turn, without it together") {
  const auto is_in_turn = [](const Told& told) {
    const Totals all = told.story.totals(told.story.begin(), told.story.end());
    return all.together < all.length / 20;
  };
  Told with = tell_program("two_that_compute");
  const Told without = tell_program("two_that_compute", false);
  // One that the machine stops as it hands over the GIL tells so late.
  for (int i = 1; i < kTries && !is_in_turn(with); ++i) with = tell_program("two_that_compute");
  check_sound(with);
  check_sound(without);
  const Totals one = with.story.totals(with.story.begin(), with.story.end());
  const Totals two = without.story.totals(without.story.begin(), without.story.end());
  // With the GIL nobody runs beside another, and each waits about as long as the other runs.
  CHECK(is_in_turn(with));
  for (const char* name : {"A", "B"}) {
    CHECK(time_in(thread(with, name), State::WaitingForGil) > 0);
    CHECK(time_in(thread(without, name), State::WaitingForGil) == 0);
  }
  CHECK(two.together > one.together);
}

TEST_CASE("story: a semaphore of two lets two in at a time") {
  const Told told = tell_program("semaphore");
  check_sound(told);
  std::size_t held_up = 0;
  for (int n = 0; n < 6; ++n)
    held_up += waits(thread(told, "T" + std::to_string(n)), ThreadActivity::WaitingForSemaphore).size();
  CHECK(held_up == 4);
  for (const Holding& holding : thing(told, "places").spans) CHECK((holding.value >= 0 && holding.value <= 2));
  CHECK(thing(told, "places").spans.back().value == 2);
}

TEST_CASE("story: two play ping-pong with a condition") {
  const Told told = tell_program("ping_pong");
  check_sound(told);
  for (const char* name : {"A", "B"}) {
    const std::string other = *name == 'A' ? "B" : "A";
    for (const Span* span : waits(thread(told, name), ThreadActivity::WaitingForCondition)) {
      CHECK(told.story.name_of(span->woken_by) == other);
    }
  }
  CHECK(waits(thread(told, "A"), ThreadActivity::WaitingForCondition).size() <= 20);
}

TEST_CASE("story: a timer") {
  const Told told = tell_program("timer");
  check_sound(told);
  const auto held_up = waits(thread(told, "MainThread"), ThreadActivity::WaitingForEvent);
  REQUIRE(held_up.size() == 1);
  CHECK(told.story.name_of(held_up[0]->woken_by) == "Timer");
  const auto counts = waits(thread(told, "Timer"), ThreadActivity::WaitingForEvent);
  REQUIRE(counts.size() == 1);
  CHECK(length(*counts[0]) >= 50 * kMs);
  CHECK(counts[0]->outcome == Outcome::TimedOut);
  CHECK(counts[0]->is_limited);
}

TEST_CASE("story: nine tasks in a pool of three") {
  const Told told = tell_program("pool");
  check_sound(told);
  std::size_t sleeps = 0;
  for (int n = 0; n < 3; ++n)
    sleeps += waits(thread(told, "pool_" + std::to_string(n)), ThreadActivity::Sleeping).size();
  CHECK(sleeps == 9);
  CHECK(told.story.threads().size() == 4);
}

TEST_CASE("story: a lock nobody wants is told in sums, and programs that wait are not") {
  const Told told = tell(R"(
import threading
lock = threading.Lock()
for _ in range(200_000):
    with lock: pass
)");
  check_sound(told.story);
  std::int64_t folded = 0;
  for (const Holding& holding : thing(told, "lock").spans) folded += holding.folded;
  const auto single =
      static_cast<std::int64_t>(std::count_if(thing(told, "lock").spans.begin(), thing(told, "lock").spans.end(),
                                              [](const Holding& h) { return h.folded == 0; }));
  CHECK(folded > 200'000);               // taken and released
  CHECK(folded + 2 * single > 380'000);  // all but those after the last look
}

TEST_CASE("story: sums of several threads leave the lane of a thing in order") {
  for (const bool gil : {true, false}) {
    CAPTURE(gil);
    const Told told = tell(read_program(std::filesystem::path(THREADBOOK_PROGRAMS) / "exported/sums.py"), gil);
    check_in_order(told.story);
    CHECK(std::any_of(thing(told, "lock").spans.begin(), thing(told, "lock").spans.end(),
                      [](const Holding& held) { return held.folded > 0; }));
  }
}

TEST_CASE("story: totals of a stretch, and sentences") {
  const Told told = tell(R"(
import threading, time
knife = threading.Lock()
def eat():
    with knife: time.sleep(0.05)
a, b = (threading.Thread(target=eat, name=name) for name in ("Ann", "Bob"))
a.start(); time.sleep(0.01); b.start(); a.join(); b.join()
)");
  check_sound(told.story);
  const ThreadLane& bob = thread(told, "Bob");
  const Totals totals = told.story.totals(told.story.begin(), told.story.end());
  const auto own = std::find_if(totals.threads.begin(), totals.threads.end(),
                                [&](const auto& each) { return each.thread == bob.number; });
  REQUIRE(waits(bob, ThreadActivity::WaitingForLock).size() == 1);
  const Span& wait = *waits(bob, ThreadActivity::WaitingForLock)[0];
  CHECK(own->waited.at(thing(told, "knife").thing.number) == length(wait));
  Time all = 0;
  for (const Time time : own->in) all += time;
  CHECK(all == bob.spans.back().end - bob.spans.front().begin);
  CHECK(sentence(told.story, bob, wait).find(" in line 5 for knife, which Ann held since line 5; Ann woke it.") !=
        std::string::npos);
  CHECK(as_text(told.story).find("MainThread starts Ann.") != std::string::npos);
  const std::string picture = as_svg(told.story, true);
  CHECK(picture.starts_with("<svg "));
  CHECK(picture.find(">knife</text>") != std::string::npos);
  CHECK(picture.find("held by Ann") != std::string::npos);
  const std::string sums = totals_words(told.story, {told.story.begin(), told.story.end()});
  CHECK(sums.find("Bob ran ") != std::string::npos);
  CHECK(sums.find("waited " + length_text(length(wait)) + " for knife") != std::string::npos);
}

TEST_CASE("story: who gives the GIL back to wait, and need not have waited, does not run meanwhile") {
  Recorder recorder;
  Story story;
  const auto event = [&](python::EventKind kind, std::uint64_t thread, std::int32_t value = 0) {
    recorder.happened({.kind = kind, .what = ThreadActivity::Starting, .line = 1, .value = value, .thread = thread});
    const runtime::Nanoseconds now = recorder.now();
    while (recorder.now() == now) {
    }
  };
  event(python::EventKind::Began, 1);
  event(python::EventKind::HasGil, 1);
  event(python::EventKind::WaitsFor, 1);
  event(python::EventKind::Began, 2);
  event(python::EventKind::HasGil, 2);
  event(python::EventKind::Woken, 1);
  event(python::EventKind::WantsGil, 2);
  event(python::EventKind::HasGil, 1);
  event(python::EventKind::Ended, 1);
  story.take(recorder, true);
  CHECK(story.totals(story.begin(), story.end()).together == 0);
  CHECK(story.totals(story.begin(), story.end()).threads[0].in[static_cast<std::size_t>(State::WaitingForGil)] > 0);
}

TEST_CASE("story: what is too much is folded, and says so") {
  Recorder recorder;
  Story story;
  const auto event = [&](python::EventKind kind, ThreadActivity what) {
    recorder.happened({.kind = kind, .what = what, .line = 3, .value = 1, .thread = 1});
  };
  event(python::EventKind::Began, ThreadActivity::Running);
  for (std::size_t i = 0; i < Story::kMostSpans; ++i) {
    event(python::EventKind::WaitsFor, ThreadActivity::Sleeping);
    event(python::EventKind::Woken, ThreadActivity::Sleeping);
    event(python::EventKind::TimedOut, ThreadActivity::Sleeping);
    if (i % 500 == 0) story.take(recorder, false);
  }
  event(python::EventKind::Ended, ThreadActivity::Finished);
  story.take(recorder, true);
  CHECK(story.folded() > 0);
  CHECK(story.threads()[0].spans.front().state == State::Folded);
  CHECK(story.threads()[0].spans.size() <= Story::kMostSpans + 1000);
  check_sound(story);
}

}  // namespace
}  // namespace threadbook::trace
