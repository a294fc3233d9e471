// Programs whose threads have a known story: what is recorded tells exactly that.
#include "trace/story.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "python/run.h"
#include "trace/chrome_trace.h"
#include "trace/picture.h"
#include "trace/words.h"

namespace threadbook::trace {
namespace {

using python::ThreadActivity;

struct Told {
  Story story;
  std::string output;

  const ThreadLane& thread(std::string_view name) const {
    const auto found = std::find_if(story.threads().begin(), story.threads().end(),
                                    [&](const ThreadLane& lane) { return lane.name == name; });
    REQUIRE_MESSAGE(found != story.threads().end(), std::string(name));
    return *found;
  }
  const ThingLane& thing(std::string_view name) const {
    const auto found = std::find_if(story.things().begin(), story.things().end(), [&](const ThingLane& lane) {
      return lane.thing.name == name && !lane.thing.is_part;
    });
    REQUIRE_MESSAGE(found != story.things().end(), std::string(name));
    return *found;
  }
};

// Runs `source` to its end and takes down what its threads do.
Told tell(std::string_view source, bool gil = true) {
  Told told;
  const auto observer = std::make_shared<Recorder>();
  Recorder& recorder = *observer;
  python::RunOptions options;
  options.gil = gil;
  options.observer = observer;
  options.ended_threads_kept = 1000;
  const auto run = python::Run::start(source, std::move(options));
  std::vector<python::OutputChunk> chunks;
  for (bool finished = false; !finished;) {
    run->wait_for_news(0.002);
    finished = run->finished();
    while (run->take_output(chunks)) {
    }
    std::size_t forgotten = 0;
    for (const auto& threads : {run->threads(), run->take_ended_threads(forgotten)}) {
      for (const python::ThreadSnapshot& thread : threads) {
        told.story.name(static_cast<ThreadNumber>(thread.serial), thread.name);
      }
    }
    told.story.take(recorder, finished);
  }
  for (const python::OutputChunk& chunk : chunks) told.output += chunk.text;
  return told;
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
  for (const ThingLane& thing : story.things()) {
    CAPTURE(name_of(thing.thing));
    for (std::size_t i = 1; i < thing.spans.size() && thing.is_lock(); ++i) {
      if (thing.spans[i].folded == 0 && thing.spans[i - 1].folded == 0)
        CHECK(thing.spans[i - 1].end <= thing.spans[i].begin);
    }
  }
}

constexpr Time kMs = 1'000'000;

TEST_CASE("story: five sleepers, all at once") {
  const Told told = tell(R"(
import threading, time
threads = [threading.Thread(target=time.sleep, args=(0.1,), name=f"S{n}") for n in range(5)]
for t in threads: t.start()
for t in threads: t.join()
)");
  check_sound(told.story);
  CHECK(told.story.threads().size() == 6);
  for (int n = 0; n < 5; ++n) {
    const ThreadLane& lane = told.thread("S" + std::to_string(n));
    const auto sleeps = waits(lane, ThreadActivity::Sleeping);
    REQUIRE(sleeps.size() == 1);
    CHECK(length(*sleeps[0]) >= 100 * kMs);
    CHECK(lane.started_by == told.thread("MainThread").number);
    CHECK(!lane.is_alive());
    // All sleep at the same time.
    CHECK(sleeps[0]->begin < waits(told.thread("S0"), ThreadActivity::Sleeping)[0]->end);
  }
  const auto joins = waits(told.thread("MainThread"), ThreadActivity::Joining);
  REQUIRE(!joins.empty());  // who has ended already is not waited for
  CHECK(joins[0]->joined == told.thread("S0").number);
  CHECK(joins[0]->woken_by == told.thread("S0").number);
}

TEST_CASE("story: a lock is handed from one to the next") {
  for (const bool gil : {true, false}) {
    CAPTURE(gil);
    const Told told = tell(R"(
import threading, time
lock = threading.Lock()
def work():
    with lock: time.sleep(0.03)
lock.acquire()
threads = [threading.Thread(target=work, name=f"W{n}") for n in range(4)]
for t in threads:
    t.start()
    time.sleep(0.01)
lock.release()
for t in threads: t.join()
)",
                           gil);
    check_sound(told.story);
    const ThingLane& lock = told.thing("lock");
    REQUIRE(lock.spans.size() == 5);
    CHECK(lock.spans[0].holder == told.thread("MainThread").number);
    for (int n = 0; n < 4; ++n) {
      const ThreadLane& lane = told.thread("W" + std::to_string(n));
      const auto held_up = waits(lane, ThreadActivity::WaitingForLock);
      REQUIRE(held_up.size() == 1);
      CHECK(held_up[0]->line == 5);
      CHECK(held_up[0]->thing == lock.thing.number);
      CHECK(held_up[0]->holder == told.thread("MainThread").number);
      CHECK(held_up[0]->holder_line == 6);
      // In the order in which they came, each woken by the one before it.
      const std::string before = n == 0 ? "MainThread" : "W" + std::to_string(n - 1);
      CHECK(told.story.name_of(held_up[0]->woken_by) == before);
      CHECK(lock.spans[static_cast<std::size_t>(n) + 1].holder == lane.number);
      CHECK(length(*held_up[0]) >= 30 * kMs * n);
    }
  }
}

TEST_CASE("story: producer and consumer") {
  const Told told = tell(R"(
import queue, threading, time
jobs = queue.Queue()
def consume():
    for _ in range(3): jobs.get()
consumer = threading.Thread(target=consume, name="Consumer")
consumer.start()
for n in range(3):
    time.sleep(0.03)
    jobs.put(n)
consumer.join()
)");
  check_sound(told.story);
  const auto held_up = waits(told.thread("Consumer"), ThreadActivity::WaitingForQueue);
  REQUIRE(held_up.size() == 3);
  for (const Span* span : held_up) {
    CHECK(span->thing == told.thing("jobs").thing.number);
    CHECK(told.story.name_of(span->woken_by) == "MainThread");
  }
  CHECK(told.thing("jobs").thing.kind == python::ThingKind::Queue);
}

TEST_CASE("story: a barrier lets all go when the last has come") {
  const Told told = tell(R"(
import threading, time
meeting = threading.Barrier(3)
def come(after):
    time.sleep(after)
    meeting.wait()
threads = [threading.Thread(target=come, args=(0.03 * n,), name=f"T{n}") for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()
)");
  check_sound(told.story);
  for (int n = 0; n < 2; ++n) {
    const auto held_up = waits(told.thread("T" + std::to_string(n)), ThreadActivity::WaitingForBarrier);
    REQUIRE(!held_up.empty());
    const Span& last = *held_up.back();
    CHECK(last.thing == told.thing("meeting").thing.number);
    CHECK(told.story.name_of(last.woken_by) == "T2");
  }
}

TEST_CASE("story: a daemon is ended with the program") {
  const Told told = tell(R"(
import threading, time
threading.Thread(target=threading.Event().wait, name="Daemon", daemon=True).start()
time.sleep(0.03)
)");
  check_sound(told.story);
  const ThreadLane& daemon = told.thread("Daemon");
  const auto held_up = waits(daemon, ThreadActivity::WaitingForEvent);
  REQUIRE(held_up.size() == 1);
  CHECK(held_up[0]->outcome != Outcome::Got);
  CHECK(held_up[0]->woken_by == 0);
  CHECK(held_up[0]->end >= told.thread("MainThread").ended);
}

TEST_CASE("story: a thread that ends with an exception ends") {
  const Told told = tell(R"(
import threading
def work(): raise ValueError("no")
t = threading.Thread(target=work, name="Hapless")
t.start()
t.join()
)");
  check_sound(told.story);
  CHECK(!told.thread("Hapless").is_alive());
  // The traceback is written by the thread itself.
  CHECK(std::any_of(told.story.marks().begin(), told.story.marks().end(),
                    [&](const Mark& mark) { return mark.thread == told.thread("Hapless").number; }));
}

TEST_CASE("story: two threads that compute, with the GIL in turn, without it together") {
  constexpr std::string_view kSource = R"(
import threading, time
done = [False]
def work():
    end = time.monotonic() + 0.15
    while time.monotonic() < end: pass
threads = [threading.Thread(target=work, name=name) for name in "AB"]
for t in threads: t.start()
for t in threads: t.join()
)";
  const Told with = tell(kSource), without = tell(kSource, false);
  check_sound(with.story);
  check_sound(without.story);
  const Totals one = with.story.totals(with.story.begin(), with.story.end());
  const Totals two = without.story.totals(without.story.begin(), without.story.end());
  // With the GIL nobody runs beside another, and each waits about as long as the other runs.
  CHECK(one.together < one.length / 20);
  for (const char* name : {"A", "B"}) {
    CHECK(time_in(with.thread(name), State::WaitingForGil) > 0);
    CHECK(time_in(without.thread(name), State::WaitingForGil) == 0);
  }
  CHECK(two.together > one.together);
}

TEST_CASE("story: a semaphore of two lets two in at a time") {
  const Told told = tell(R"(
import threading, time
places, arrived = threading.Semaphore(2), []
def use():
    arrived.append(1)
    with places:
        while len(arrived) < 6: time.sleep(0.001)
        time.sleep(0.05)
threads = [threading.Thread(target=use, name=f"T{n}") for n in range(6)]
for t in threads: t.start()
for t in threads: t.join()
)");
  check_sound(told.story);
  std::size_t held_up = 0;
  for (int n = 0; n < 6; ++n)
    held_up += waits(told.thread("T" + std::to_string(n)), ThreadActivity::WaitingForSemaphore).size();
  CHECK(held_up == 4);
  for (const Holding& holding : told.thing("places").spans) CHECK((holding.value >= 0 && holding.value <= 2));
  CHECK(told.thing("places").spans.back().value == 2);
}

TEST_CASE("story: two play ping-pong with a condition") {
  const Told told = tell(R"(
import threading
turn, ready = [0], threading.Condition()
def play(me):
    for _ in range(20):
        with ready:
            while turn[0] != me: ready.wait()
            turn[0] = 1 - me
            ready.notify()
threads = [threading.Thread(target=play, args=(n,), name="AB"[n]) for n in range(2)]
for t in threads: t.start()
for t in threads: t.join()
)");
  check_sound(told.story);
  for (const char* name : {"A", "B"}) {
    const std::string other = *name == 'A' ? "B" : "A";
    for (const Span* span : waits(told.thread(name), ThreadActivity::WaitingForCondition)) {
      CHECK(told.story.name_of(span->woken_by) == other);
    }
  }
  CHECK(waits(told.thread("A"), ThreadActivity::WaitingForCondition).size() <= 20);
}

TEST_CASE("story: a timer") {
  const Told told = tell(R"(
import threading
rings = threading.Event()
timer = threading.Timer(0.05, rings.set)
timer.name = "Timer"
timer.start()
rings.wait()
timer.join()
)");
  check_sound(told.story);
  const auto held_up = waits(told.thread("MainThread"), ThreadActivity::WaitingForEvent);
  REQUIRE(held_up.size() == 1);
  CHECK(told.story.name_of(held_up[0]->woken_by) == "Timer");
  CHECK(length(*held_up[0]) >= 45 * kMs);
  const auto counts = waits(told.thread("Timer"), ThreadActivity::WaitingForEvent);
  REQUIRE(counts.size() == 1);
  CHECK(counts[0]->outcome == Outcome::TimedOut);
  CHECK(counts[0]->is_limited);
}

TEST_CASE("story: nine tasks in a pool of three") {
  const Told told = tell(R"(
import time
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(3, thread_name_prefix="pool") as pool:
    print(len(list(pool.map(lambda n: time.sleep(0.02), range(9)))))
)");
  check_sound(told.story);
  CHECK(told.output == "9\n");
  std::size_t sleeps = 0;
  for (int n = 0; n < 3; ++n)
    sleeps += waits(told.thread("pool_" + std::to_string(n)), ThreadActivity::Sleeping).size();
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
  for (const Holding& holding : told.thing("lock").spans) folded += holding.folded;
  const auto single =
      static_cast<std::int64_t>(std::count_if(told.thing("lock").spans.begin(), told.thing("lock").spans.end(),
                                              [](const Holding& h) { return h.folded == 0; }));
  CHECK(folded > 200'000);               // taken and released
  CHECK(folded + 2 * single > 380'000);  // all but those after the last look
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
  const ThreadLane& bob = told.thread("Bob");
  const Totals totals = told.story.totals(told.story.begin(), told.story.end());
  const auto own = std::find_if(totals.threads.begin(), totals.threads.end(),
                                [&](const auto& each) { return each.thread == bob.number; });
  const Span& wait = *waits(bob, ThreadActivity::WaitingForLock)[0];
  CHECK(own->waited.at(told.thing("knife").thing.number) == length(wait));
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
