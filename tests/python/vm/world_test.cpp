#include "python/vm/world.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include "python/vm/interpreter.h"

// doctest would break into a debugger by calling raise(), which is the engine's in these tests.
#undef DOCTEST_BREAK_INTO_DEBUGGER
#define DOCTEST_BREAK_INTO_DEBUGGER() static_cast<void>(0)

// What is checked is who may be inside when, never how long something takes. Things that several threads touch
// without an atomic are touched so on purpose: that they come out right is what the world is for, and
// ThreadSanitizer sees it too.

namespace threadbook::python {
namespace {

struct Fixture {
  explicit Fixture(bool gil) : world(gil, flags, switch_interval) {}

  bool is_raised(std::uint32_t flag) const { return (flags.load() & flag) != 0; }
  // What a thread does at a safe point.
  void safe_point() {
    if (is_raised(kDropGil | kStopTheWorld)) world.yield();
  }

  std::atomic<std::uint32_t> flags{0};
  std::atomic<std::int64_t> switch_interval{100'000};  // nanoseconds
  World world;
};

struct WithGil : Fixture {
  WithGil() : Fixture(true) {}
};
struct WithoutGil : Fixture {
  WithoutGil() : Fixture(false) {}
};

template <class Done>
void wait_until(Done done) {
  while (!done()) std::this_thread::yield();
}

template <class Work>
std::vector<std::thread> start_threads(int count, Work work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) threads.emplace_back(work, i);
  return threads;
}

void join(std::vector<std::thread>& threads) {
  for (std::thread& thread : threads) thread.join();
}

TEST_CASE_FIXTURE(WithGil, "world: with the GIL one thread at a time is attached, through yields and waits") {
  constexpr int kThreads = 6;
  constexpr int kRounds = 300;
  int count = 0;  // guarded by the GIL alone
  std::atomic<int> inside{0};
  std::atomic<int> violations{0};
  auto threads = start_threads(kThreads, [&](int) {
    for (int round = 0; round < kRounds; ++round) {
      world.attach();
      for (int i = 0; i < 20; ++i) {
        if (inside.fetch_add(1) != 0) ++violations;
        ++count;
        inside.fetch_sub(1);
        safe_point();
      }
      world.detach();
    }
  });
  join(threads);
  CHECK(violations == 0);
  CHECK(count == kThreads * kRounds * 20);
}

TEST_CASE_FIXTURE(WithGil, "world: who waits for the GIL asks for it, and has had it when yield() returns") {
  world.attach();
  std::atomic<bool> had_it{false};
  std::thread other([&] {
    world.attach();
    had_it = true;
    world.detach();
  });
  wait_until([&] { return is_raised(kDropGil); });
  CHECK_FALSE(had_it);
  world.yield();
  CHECK(had_it);
  CHECK_FALSE(is_raised(kDropGil));
  world.detach();
  other.join();
}

TEST_CASE_FIXTURE(WithGil, "world: two that compute pass the GIL on to a third that waits") {
  // The first two hold it until they are asked, and take it again at once; the third has it as often as they have.
  std::atomic<bool> stop{false};
  std::atomic<int> turns[3] = {};
  std::atomic<int> begun{0};
  auto threads = start_threads(3, [&](int me) {
    world.attach();
    ++begun;
    while (!stop) {
      if (!is_raised(kDropGil)) continue;
      if (begun == 3) ++turns[me];
      world.yield();
    }
    world.detach();
  });
  wait_until([&] { return turns[0] + turns[1] + turns[2] >= 300; });
  stop = true;
  join(threads);
  // In line each is second to none twice: between two turns of one, the others have one each.
  for (int i = 0; i < 3; ++i) {
    const int own = turns[i];
    CHECK(own >= 90);
  }
}

TEST_CASE_FIXTURE(WithGil, "world: yield() returns where nobody waits for the GIL, and takes the wish back") {
  world.attach();
  flags |= kDropGil;
  world.yield();
  CHECK_FALSE(is_raised(kDropGil));
  world.detach();
}

TEST_CASE_FIXTURE(WithGil, "world: of many that wait for the GIL each gets it, one asking for all") {
  constexpr int kThreads = 40;
  std::atomic<int> waiting{0};
  int had_it = 0;  // guarded by the GIL alone
  world.attach();
  auto threads = start_threads(kThreads, [&](int) {
    ++waiting;
    world.attach();
    ++had_it;
    world.detach();
  });
  wait_until([&] { return waiting == kThreads && is_raised(kDropGil); });
  CHECK(had_it == 0);
  while (had_it < kThreads) {
    const int before = had_it;
    wait_until([&] { return is_raised(kDropGil); });
    world.yield();
    CHECK(had_it > before);  // to yield is to let somebody else have it first
  }
  world.detach();
  join(threads);
}

TEST_CASE_FIXTURE(WithGil, "world: with the GIL the world is one's own already") {
  std::atomic<bool> other_came{false};
  world.attach();
  std::thread other([&] {
    world.attach();
    other_came = true;
    world.detach();
  });
  bool came_meanwhile = true;
  CHECK(world.stop_and([&] {
    wait_until([&] { return is_raised(kDropGil); });  // it stands at the door
    came_meanwhile = other_came;
  }));
  CHECK_FALSE(came_meanwhile);
  world.detach();
  other.join();
  CHECK(other_came);
}

TEST_CASE_FIXTURE(WithoutGil, "world: without the GIL all threads are attached at once") {
  constexpr int kThreads = 4;
  std::atomic<int> attached{0};
  auto threads = start_threads(kThreads, [&](int) {
    world.attach();
    ++attached;
    wait_until([&] { return attached == kThreads; });  // never, if one held up another
    world.detach();
  });
  join(threads);
  CHECK(attached == kThreads);
}

TEST_CASE_FIXTURE(WithoutGil, "world: while it is stopped nobody else is inside, whoever stops it") {
  constexpr int kThreads = 6;
  constexpr int kStops = 40;
  struct alignas(64) Slot {
    int begun = 0;
    int ended = 0;
  };
  std::vector<Slot> slots(kThreads);  // each its thread's own; whoever stops the world reads them all
  int works = 0;                      // touched in a stopped world alone
  std::atomic<int> violations{0};
  std::atomic<int> stops{0};
  auto threads = start_threads(kThreads, [&](int mine) {
    Slot& slot = slots[static_cast<std::size_t>(mine)];
    world.attach();
    while (stops < kStops) {
      for (int i = 0; i < 50; ++i) {
        ++slot.begun;
        ++slot.ended;
      }
      safe_point();
      // Every other one stops the world, several at the same time.
      if (mine % 2 != 0) continue;
      const int before = stops;
      const bool stopped = world.stop_and([&] {
        ++works;
        for (const Slot& each : slots) {
          if (each.begun != each.ended) ++violations;
        }
        ++stops;
      });
      // Else another one was first, and has done its work by now.
      if (!stopped && stops == before) ++violations;
    }
    world.detach();
  });
  join(threads);
  CHECK(violations == 0);
  CHECK(works == stops);
  CHECK(works >= kStops);
  CHECK_FALSE(is_raised(kStopTheWorld));
}

TEST_CASE_FIXTURE(WithoutGil, "world: of two that stop it at the same time one is told that the other did") {
  world.attach();
  std::atomic<bool> other_is_attached{false};
  std::atomic<int> works{0};
  bool other_stopped = true;
  std::thread other([&] {
    world.attach();
    other_is_attached = true;
    wait_until([&] { return is_raised(kStopTheWorld); });  // the first one waits for this thread now
    other_stopped = world.stop_and([&] { ++works; });
    if (works != 1) other_stopped = true;
    world.detach();
  });
  wait_until([&] { return other_is_attached.load(); });
  CHECK(world.stop_and([&] { ++works; }));
  world.detach();
  other.join();
  CHECK_FALSE(other_stopped);
  CHECK(works == 1);
}

TEST_CASE_FIXTURE(WithoutGil, "world: a detached thread holds up no stop, and cannot attach during one") {
  std::atomic<bool> is_detached{false};
  std::atomic<bool> wants_back{false};
  std::atomic<bool> is_back{false};
  std::atomic<bool> go_back{false};
  std::thread other([&] {
    world.attach();
    world.detach();
    is_detached = true;
    wait_until([&] { return go_back.load(); });
    wants_back = true;
    world.attach();
    is_back = true;
    world.detach();
  });
  wait_until([&] { return is_detached.load(); });
  world.attach();
  bool back_too_early = true;
  CHECK(world.stop_and([&] {
    go_back = true;
    wait_until([&] { return wants_back.load(); });
    for (int i = 0; i < 1000; ++i) std::this_thread::yield();  // time enough for one that would not wait
    back_too_early = is_back;
  }));
  CHECK_FALSE(back_too_early);
  world.detach();
  other.join();
  CHECK(is_back);
}

TEST_CASE_FIXTURE(WithoutGil, "world: alone one stops it as often as one likes") {
  world.attach();
  int works = 0;
  for (int i = 0; i < 3; ++i) CHECK(world.stop_and([&] { ++works; }));
  CHECK(works == 3);
  CHECK_FALSE(is_raised(kStopTheWorld));
  world.detach();
}

}  // namespace
}  // namespace threadbook::python
