#include "runtime/parker.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

namespace threadbook::runtime {
namespace {

constexpr Nanoseconds kMillisecond = 1'000'000;

TEST_CASE("parker: a token left before the park is not lost, and there is only one") {
  Parker parker;
  parker.unpark();
  parker.unpark();
  CHECK(parker.park(Deadline::never()));
  CHECK_FALSE(parker.park(Deadline::passed()));
}

TEST_CASE("parker: a token counts also when the time is over") {
  Parker parker;
  parker.unpark();
  CHECK(parker.park(Deadline::passed()));
}

TEST_CASE("parker: a timeout is not cut short, and leaves the parker as new") {
  Parker parker;
  const Nanoseconds start = monotonic_now();
  CHECK_FALSE(parker.park(Deadline::after(20 * kMillisecond)));
  CHECK(monotonic_now() - start >= 20 * kMillisecond);
  parker.unpark();
  CHECK(parker.park(Deadline::never()));
}

TEST_CASE("parker: every thread has its own") {
  Parker* const own = &this_thread_parker();
  CHECK(own == &this_thread_parker());
  Parker* other = nullptr;
  std::thread([&] { other = &this_thread_parker(); }).join();
  CHECK(other != own);
}

TEST_CASE("parker: two threads wake each other, and see what was written before") {
  constexpr int kRounds = 2000;
  Parker ping;
  Parker pong;
  int shared = 0;  // handed over with the token, guarded by nothing else
  std::thread other([&] {
    for (int i = 0; i < kRounds; ++i) {
      ping.park(Deadline::never());
      ++shared;
      pong.unpark();
    }
  });
  for (int i = 0; i < kRounds; ++i) {
    ++shared;
    ping.unpark();
    pong.park(Deadline::never());
  }
  other.join();
  CHECK(shared == 2 * kRounds);
}

TEST_CASE("parker: who sleeps is woken, and sees what was written before") {
  Parker parker;
  int shared = 0;
  for (int i = 0; i < 50; ++i) {
    std::thread waker([&] {
      // Longer than the parker's owner looks.
      look_until(Deadline::after(4 * kLookingTime), [] { return false; });
      ++shared;
      parker.unpark();
    });
    parker.park(Deadline::never());
    CHECK(shared == i + 1);
    waker.join();
  }
}

TEST_CASE("parker: no token is lost between the end of the time and the wake-up") {
  // The sleeper's timeouts race the waker's tokens; every increment must be seen before the end.
  constexpr int kRounds = 3000;
  Parker parker;
  std::atomic<int> sent{0};
  std::thread waker([&] {
    for (int i = 0; i < kRounds; ++i) {
      sent.fetch_add(1);
      parker.unpark();
    }
  });
  int seen = 0;
  while (seen < kRounds) {
    const bool token = parker.park(seen % 2 == 0 ? Deadline::after(1000) : Deadline::never());
    const int now = sent.load();
    // Parked for ever it only comes back for a token, so a lost one would hang here.
    if (!token && now == seen) continue;
    seen = now;
  }
  waker.join();
  CHECK(seen == kRounds);
}

}  // namespace
}  // namespace threadbook::runtime
