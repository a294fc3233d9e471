#include "runtime/lock.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <memory>
#include <mutex>
#include <random>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/this_thread.h"

namespace threadbook::runtime {
namespace {

using namespace std::chrono_literals;

TEST_CASE("lock: acquire, locked, release") {
  Lock lock;
  CHECK_FALSE(lock.locked());
  CHECK(lock.acquire());
  CHECK(lock.locked());
  CHECK_FALSE(lock.acquire(false));
  lock.release();
  CHECK_FALSE(lock.locked());
  CHECK(lock.acquire(false));
  lock.release();
}

TEST_CASE("lock: releasing what is not locked") {
  Lock lock;
  CHECK_THROWS_WITH_AS(lock.release(), "release unlocked lock", RuntimeError);
  CHECK_FALSE(lock.try_release());
  lock.acquire();
  lock.release();
  CHECK_THROWS_WITH_AS(lock.release(), "release unlocked lock", RuntimeError);
}

TEST_CASE("lock: it is nobody's, so any thread may release it") {
  Program program;
  Lock lock;
  lock.acquire();
  const auto other = Thread::create({.target = [&] { lock.release(); }});
  other->start();
  other->join();
  CHECK_FALSE(lock.locked());
}

TEST_CASE("lock: it is not reentrant") {
  Lock lock;
  lock.acquire();
  CHECK_FALSE(lock.acquire(true, 0.001));
  lock.release();
}

TEST_CASE("lock: arguments of acquire are looked at before the lock") {
  Lock lock;
  for (const bool locked : {false, true}) {
    if (locked) lock.acquire();
    CHECK_THROWS_WITH_AS(lock.acquire(true, -2.0), "timeout value must be positive", ValueError);
    CHECK_THROWS_WITH_AS(lock.acquire(true, -0.5), "timeout value must be positive", ValueError);
    CHECK_THROWS_WITH_AS(lock.acquire(false, 1.0), "can't specify a timeout for a non-blocking call", ValueError);
    CHECK_THROWS_WITH_AS(lock.acquire(false, 0.0), "can't specify a timeout for a non-blocking call", ValueError);
    CHECK_THROWS_WITH_AS(lock.acquire(true, std::nan("")), "Invalid value NaN (not a number)", ValueError);
    CHECK_THROWS_WITH_AS(lock.acquire(true, 1e30), "timestamp out of range for platform time_t", OverflowError);
    CHECK(lock.locked() == locked);
  }
  CHECK_FALSE(lock.acquire(false, -1.0));
  lock.release();
  CHECK(lock.acquire(true, kTimeoutMax));
  lock.release();
  CHECK(lock.acquire(true, -1.0));
  lock.release();
}

TEST_CASE("lock: a timeout lasts as long as it says") {
  Lock lock;
  lock.acquire();
  const Nanoseconds start = monotonic_now();
  CHECK_FALSE(lock.acquire(true, 20ms));
  CHECK(monotonic_now() - start >= 20'000'000);
  CHECK_FALSE(lock.acquire(true, 0.0));
  lock.release();
  CHECK(lock.acquire(true, 0.0));
  lock.release();
}

TEST_CASE("lock: who waits gets it when it is released") {
  Program program;
  Lock lock;
  lock.acquire();
  std::atomic<bool> got{false};
  const auto waiter = Thread::create({.target = [&] {
    const bool acquired = lock.acquire(true, 3600.0);
    got = acquired;
    lock.release();
  }});
  waiter->start();
  sleep_for(5ms);  // most times it waits by now; the outcome is the same if it does not
  CHECK_FALSE(got);
  lock.release();
  waiter->join();
  CHECK(got);
  CHECK_FALSE(lock.locked());
}

TEST_CASE("lock: scoped use, as Python's with") {
  Lock lock;
  {
    std::lock_guard guard(lock);
    CHECK(lock.locked());
  }
  CHECK_FALSE(lock.locked());
  CHECK_THROWS_AS(
      [&] {
        std::lock_guard guard(lock);
        throw ValueError("inside");
      }(),
      ValueError);
  CHECK_FALSE(lock.locked());
  Lock second;
  {
    std::scoped_lock both(lock, second);
    CHECK((lock.locked() && second.locked()));
    std::unique_lock third(lock, std::try_to_lock);
    CHECK_FALSE(third.owns_lock());
  }
  CHECK_FALSE((lock.locked() || second.locked()));
}

TEST_CASE("lock: no update is lost under contention") {
  constexpr int kThreads = 6;
  constexpr int kRounds = 20000;
  Program program;
  Lock lock;
  int count = 0;
  std::vector<ThreadPtr> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.push_back(Thread::create({.target = [&] {
      for (int round = 0; round < kRounds; ++round) {
        std::lock_guard guard(lock);
        ++count;
      }
    }}));
    threads.back()->start();
  }
  for (const auto& thread : threads) thread->join();
  CHECK(count == kThreads * kRounds);
  CHECK_FALSE(lock.locked());
}

// Timeouts race releases. A notification that goes to a thread whose time is just over must reach
// the next waiter: otherwise those who wait without a timeout would hang at the end.
TEST_CASE("lock: no wake-up is lost between timeouts and releases") {
  constexpr int kImpatient = 5;
  constexpr int kPatient = 3;
  constexpr int kRounds = 400;
  Program program;
  Lock lock;
  int count = 0;  // under lock
  std::atomic<int> acquired{0};
  std::vector<ThreadPtr> threads;
  for (int i = 0; i < kImpatient + kPatient; ++i) {
    threads.push_back(Thread::create({.target = [&, i] {
      std::mt19937 random(static_cast<unsigned>(i));
      std::uniform_int_distribution<int> microseconds(0, 200);
      for (int round = 0; round < kRounds; ++round) {
        const bool patient = i < kPatient;
        const bool got = patient ? lock.acquire() : lock.acquire(true, std::chrono::microseconds(microseconds(random)));
        if (!got) continue;
        ++count;
        ++acquired;
        if (round % 16 == 0) sleep_for(std::chrono::microseconds(microseconds(random)));
        lock.release();
      }
    }}));
    threads.back()->start();
  }
  for (const auto& thread : threads) thread->join();
  CHECK(count == acquired);
  CHECK(count >= kPatient * kRounds);
  CHECK_FALSE(lock.locked());
  CHECK(lock.acquire(false));
  lock.release();
}

TEST_CASE("lock: whoever acquired it last may destroy it") {
  Program program;
  for (int round = 0; round < 300; ++round) {
    auto lock = std::make_unique<Lock>();
    lock->acquire();
    const auto thread = Thread::create({.target = [raw = lock.get()] { raw->release(); }});
    thread->start();
    lock->acquire();
    lock->release();
    lock.reset();
    thread->join();
  }
}

TEST_CASE("lock: a thread that is told to stop leaves the queue") {
  Program program;
  Lock lock;
  lock.acquire();
  std::atomic<int> stopped{0};
  std::vector<ThreadPtr> threads;
  for (int i = 0; i < 3; ++i) {
    threads.push_back(Thread::create({.target = [&] {
      try {
        lock.acquire();
      } catch (const ThreadStopped&) {
        ++stopped;
        throw;
      }
    }}));
    threads.back()->start();
  }
  program.registry->request_stop();
  CHECK(program.registry->stop_all_threads());
  CHECK(stopped == 3);
  CHECK(lock.locked());
  lock.release();
  CHECK(lock.acquire(false));
  lock.release();
}

}  // namespace
}  // namespace threadbook::runtime
