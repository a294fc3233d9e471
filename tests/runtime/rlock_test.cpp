#include "runtime/rlock.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <random>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/this_thread.h"
#include "virtual_thread.h"

namespace threadbook::runtime {
namespace {

TEST_CASE("rlock: its thread may acquire it again, and releases it as often") {
  Program program;
  RLock lock;
  CHECK_FALSE(lock.locked());
  CHECK_FALSE(lock.is_owned());
  CHECK(lock.acquire());
  CHECK(lock.acquire(false));
  CHECK(lock.acquire(true, 5.0));
  CHECK(lock.is_owned());
  CHECK(lock.recursion_count() == 3);
  CHECK(lock.owner() == this_thread_ident());
  lock.release();
  lock.release();
  CHECK(lock.locked());
  lock.release();
  CHECK_FALSE(lock.locked());
  CHECK(lock.owner() == 0);
  CHECK(lock.count() == 0);
}

TEST_CASE("rlock: only its owner may release it") {
  Program program;
  RLock lock;
  CHECK_THROWS_WITH_AS(lock.release(), "cannot release un-acquired lock", RuntimeError);
  lock.acquire();
  std::atomic<bool> refused{false};
  std::atomic<bool> got{false};
  std::atomic<bool> owned{true};
  Threads(1, [&](int) {
    owned = lock.is_owned();
    got = lock.acquire(false);
    try {
      lock.release();
    } catch (const RuntimeError&) {
      refused = true;
    }
  });
  CHECK(refused);
  CHECK_FALSE(got);
  CHECK_FALSE(owned);
  CHECK(lock.recursion_count() == 1);
  lock.release();
  CHECK_THROWS_AS(lock.release(), RuntimeError);
}

TEST_CASE("rlock: arguments of acquire are looked at by the owner too") {
  Program program;
  RLock lock;
  for (const bool owned : {false, true}) {
    if (owned) lock.acquire();
    CHECK_THROWS_WITH_AS(lock.acquire(true, -2.0), "timeout value must be positive", ValueError);
    CHECK_THROWS_WITH_AS(lock.acquire(false, 1.0), "can't specify a timeout for a non-blocking call", ValueError);
    CHECK_THROWS_AS(lock.acquire(true, 1e30), OverflowError);
    CHECK(lock.is_owned() == owned);
  }
  CHECK(lock.acquire(false, -1.0));
  CHECK(lock.count() == 2);
  lock.release();
  lock.release();
}

TEST_CASE("rlock: release_save lets go of all of it, restore gives it back") {
  Program program;
  RLock lock;
  CHECK_THROWS_WITH_AS((void)lock.release_save(), "cannot release un-acquired lock", RuntimeError);
  lock.acquire();
  lock.acquire();
  const RLock::Saved saved = lock.release_save();
  CHECK_FALSE(lock.locked());
  CHECK(saved.count == 2);
  CHECK(saved.owner == this_thread_ident());
  CHECK(lock.gate().try_acquire());
  lock.restore(saved);
  CHECK(lock.recursion_count() == 2);
  lock.release();
  lock.release();
  CHECK_FALSE(lock.locked());
}

TEST_CASE("rlock: scoped and under contention no update is lost") {
  constexpr int kThreads = 5;
  constexpr int kRounds = 5000;
  Program program;
  RLock lock;
  int count = 0;
  Threads(kThreads, [&](int) {
    for (int round = 0; round < kRounds; ++round) {
      std::lock_guard outer(lock);
      std::lock_guard inner(lock);
      ++count;
    }
  });
  CHECK(count == kThreads * kRounds);
  CHECK_FALSE(lock.locked());
}

TEST_CASE("rlock: a wait ends with the time, and with a stop") {
  Program program;
  RLock lock;
  lock.acquire();
  std::atomic<bool> got{true};
  std::atomic<bool> stopped{false};
  const auto thread = Thread::create({.target = [&] {
    got = lock.acquire(true, 0.005);
    try {
      lock.acquire();
    } catch (const ThreadStopped&) {
      stopped = true;
      throw;
    }
  }});
  thread->start();
  while (got) sleep_for(0.001);  // it waits once more, or is about to
  program.registry->request_stop();
  CHECK(program.registry->stop_all_threads());
  CHECK_FALSE(got);
  CHECK(stopped);
  lock.release();
}

// Threads by ident on one OS thread, as an executor has them.
TEST_CASE("rlock as a state machine: random operations agree with a sequential model") {
  constexpr std::size_t kThreads = 3;
  std::mt19937 random(1);
  int wrong = 0;
  for (int program = 0; program < 1000; ++program) {
    RLock lock;
    VirtualThread threads[kThreads];
    std::uint64_t owner = 0;
    std::uint64_t count = 0;
    std::deque<std::size_t> queue;
    std::vector<bool> notified(kThreads);
    const auto wake_first = [&] {
      if (queue.empty()) return;
      notified[queue.front()] = true;
      queue.pop_front();
    };
    for (int step = 0; step < 40; ++step) {
      const std::size_t who = random() % kThreads;
      const std::uint64_t ident = who + 1;
      const auto place = std::find(queue.begin(), queue.end(), who);
      const bool waits = place != queue.end() || notified[who];
      switch (random() % 4) {
        case 0:  // acquire, or wait
        case 1: {
          const bool expected = owner == ident || owner == 0;
          bool got = !waits && lock.try_acquire(ident);
          if (!got && lock.gate().try_or_enqueue(threads[who].waiter)) {
            lock.restore({ident, 1});
            got = true;
          }
          if (got != expected) ++wrong;
          if (got) {
            if (place != queue.end()) queue.erase(place);
            owner = ident;
            ++count;
          } else if (place == queue.end()) {
            queue.insert(notified[who] ? queue.begin() : queue.end(), who);
          }
          notified[who] = false;
          break;
        }
        case 2: {  // release
          if (lock.try_release(ident) != (owner == ident)) ++wrong;
          if (owner == ident && --count == 0) {
            owner = 0;
            wake_first();
          }
          break;
        }
        case 3: {  // give up
          if (!waits) break;
          if (!lock.gate().withdraw(threads[who].waiter)) ++wrong;
          if (place != queue.end()) queue.erase(place);
          if (notified[who] && owner == 0) wake_first();
          notified[who] = false;
          break;
        }
      }
      if (lock.owner() != owner || lock.count() != count) ++wrong;
      for (std::size_t i = 0; i < kThreads; ++i) {
        if (threads[i].waiter.is_notified() != notified[i]) ++wrong;
      }
    }
    for (auto& thread : threads) (void)lock.gate().withdraw(thread.waiter);
  }
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace threadbook::runtime
