#include "runtime/event.h"

#include <doctest/doctest.h>

#include <atomic>
#include <random>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/this_thread.h"
#include "virtual_thread.h"

namespace threadbook::runtime {
namespace {

TEST_CASE("event: set, clear, wait") {
  Event event;
  CHECK_FALSE(event.is_set());
  CHECK_FALSE(event.wait(0.0));
  CHECK_FALSE(event.wait(-1.0));
  CHECK_FALSE(event.wait(0.002));
  event.set();
  event.set();
  CHECK(event.is_set());
  CHECK(event.wait());
  CHECK(event.wait(0.0));
  event.clear();
  event.clear();
  CHECK_FALSE(event.is_set());
  CHECK_THROWS_AS(event.wait(1e30), OverflowError);
}

TEST_CASE("event: a set lets everybody go, and what was done before is seen") {
  Program program;
  Event event;
  int data = 0;
  std::atomic<int> right{0};
  Threads threads(40, [&](int) {
    if (event.wait() && data == 7) ++right;
  });
  sleep_for(0.005);
  data = 7;
  event.set();
  threads.join();
  CHECK(right == 40);
}

TEST_CASE("event: who waited when it was set goes on although it was cleared at once") {
  Program program;
  for (int round = 0; round < 50; ++round) {
    Event event;
    std::atomic<int> waiting{0};
    std::atomic<int> went{0};
    Threads threads(3, [&](int) {
      ++waiting;
      if (event.wait(0.05)) ++went;
    });
    while (waiting < 3) sleep_for(0.0);
    sleep_for(0.002);  // most times all wait by now
    event.set();
    event.clear();
    threads.join();
    CHECK_FALSE(event.is_set());
  }
  // The same without luck.
  Event event;
  VirtualThread a;
  VirtualThread late;
  CHECK_FALSE(event.try_or_enqueue(a.waiter));
  event.set();
  event.clear();
  CHECK_FALSE(event.try_or_enqueue(late.waiter));
  CHECK(a.wake_ups == 1);
  CHECK(event.try_or_enqueue(a.waiter));
  CHECK(event.withdraw(late.waiter));
}

TEST_CASE("event: a stop ends the wait") {
  Program program;
  Event event;
  std::atomic<int> stopped{0};
  for (int i = 0; i < 3; ++i) {
    Thread::create({.target = [&] {
      try {
        event.wait();
      } catch (const ThreadStopped&) {
        ++stopped;
        throw;
      }
    }})->start();
  }
  CHECK(program.registry->stop_all_threads());
  CHECK(stopped == 3);
}

TEST_CASE("event as a state machine: random operations agree with a sequential model") {
  constexpr std::size_t kThreads = 20;  // more than a WakeList holds
  std::mt19937 random(4);
  int wrong = 0;
  for (int program = 0; program < 500; ++program) {
    Event event;
    VirtualThread threads[kThreads];
    bool set = false;
    std::vector<bool> waits(kThreads);
    std::vector<bool> notified(kThreads);
    for (int step = 0; step < 120; ++step) {
      const std::size_t who = random() % kThreads;
      switch (random() % 12) {
        case 0:
          event.set();
          set = true;
          for (std::size_t i = 0; i < kThreads; ++i) {
            if (waits[i]) notified[i] = true;
            waits[i] = false;
          }
          break;
        case 1:
          event.clear();
          set = false;
          break;
        case 2:
        case 3:
          if (event.withdraw(threads[who].waiter) == notified[who]) ++wrong;
          waits[who] = notified[who] = false;
          break;
        default:
          if (event.try_or_enqueue(threads[who].waiter) != (set || notified[who])) ++wrong;
          waits[who] = !set && !notified[who];
          notified[who] = false;
      }
      if (event.is_set() != set) ++wrong;
      for (std::size_t i = 0; i < kThreads; ++i) {
        if (threads[i].waiter.is_notified() != notified[i]) ++wrong;
        if (threads[i].waiter.is_queued() != waits[i]) ++wrong;
      }
    }
    for (auto& thread : threads) (void)event.withdraw(thread.waiter);
  }
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace threadbook::runtime
