#include "runtime/timer.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/this_thread.h"

namespace threadbook::runtime {
namespace {

TEST_CASE("timer: calls its function once, after its interval, in its thread") {
  Program program;
  std::atomic<int> calls{0};
  std::atomic<bool> own_thread{false};
  const Nanoseconds start = monotonic_now();
  std::atomic<Nanoseconds> called{0};
  std::shared_ptr<Timer> timer;
  timer = Timer::create(0.02, [&] {
    called = monotonic_now();
    own_thread = current_thread() == timer;
    ++calls;
  });
  timer->start();
  timer->join();
  CHECK(calls == 1);
  CHECK(own_thread);
  CHECK(called - start >= 20'000'000);
  CHECK_FALSE(timer->is_alive());
  CHECK_THROWS_WITH_AS(timer->start(), "threads can only be started once", RuntimeError);
}

TEST_CASE("timer: cancelled, it calls nothing and ends at once") {
  Program program;
  std::atomic<int> calls{0};
  const auto early = Timer::create(3600.0, [&] { ++calls; });
  early->cancel();
  early->start();
  early->join();
  const auto late = Timer::create(3600.0, [&] { ++calls; });
  late->start();
  late->cancel();
  late->cancel();
  late->join();
  CHECK(calls == 0);
  const auto over = Timer::create(0.0, [&] { ++calls; });
  over->start();
  over->join();
  over->cancel();
  CHECK(calls == 1);
}

TEST_CASE("timer: is a thread, with its options") {
  Program program;
  const auto timer = Timer::create(3600.0, [] {}, {.name = "alarm", .daemon = true});
  CHECK(timer->name() == "alarm");
  CHECK(timer->daemon());
  CHECK(Timer::create(1.0, [] {})->name() == "Thread-1");
  timer->start();
  CHECK(timer->is_alive());
  CHECK(program.registry->stop_all_threads());  // a stop ends its wait
  CHECK_FALSE(timer->is_alive());
}

}  // namespace
}  // namespace threadbook::runtime
