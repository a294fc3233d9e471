#include "runtime/small_condition.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "runtime/clock.h"

namespace threadbook::runtime {
namespace {

TEST_CASE("small condition: two threads wake each other") {
  constexpr int kRounds = 2000;
  SmallMutex mutex;
  SmallCondition changed;
  int turn = 0;
  const auto take_turns = [&](int mine) {
    for (int i = 0; i < kRounds; ++i) {
      // With the mutex and without, as both are allowed.
      const bool notify_with_it = i % 2 != 0;
      {
        Guard guard(mutex);
        while (turn % 2 != mine) changed.wait(mutex);
        ++turn;
        if (notify_with_it) changed.notify_one();
      }
      if (!notify_with_it) changed.notify_one();
    }
  };
  std::thread other(take_turns, 1);
  take_turns(0);
  other.join();
  CHECK(turn == 2 * kRounds);
}

TEST_CASE("small condition: all are woken") {
  constexpr int kThreads = 4;
  SmallMutex mutex;
  SmallCondition changed;
  int waiting = 0;
  bool go = false;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      Guard guard(mutex);
      ++waiting;
      changed.notify_all();
      while (!go) changed.wait(mutex);
    });
  }
  {
    Guard guard(mutex);
    while (waiting < kThreads) changed.wait(mutex);
    go = true;
  }
  changed.notify_all();
  for (auto& thread : threads) thread.join();
  CHECK(waiting == kThreads);
}

TEST_CASE("small condition: a timeout is not cut short, and the mutex is held again") {
  SmallMutex mutex;
  SmallCondition never;
  Guard guard(mutex);
  const Deadline deadline = Deadline::after(5'000'000);
  while (!deadline.has_passed()) never.wait(mutex, *deadline.remaining());
  bool is_free = true;
  std::thread([&] {
    is_free = mutex.try_lock();
    if (is_free) mutex.unlock();
  }).join();
  CHECK_FALSE(is_free);
}

}  // namespace
}  // namespace threadbook::runtime
