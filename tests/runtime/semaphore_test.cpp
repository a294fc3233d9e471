#include "runtime/semaphore.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
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

TEST_CASE("semaphore: permits are taken and given") {
  Semaphore semaphore(2);
  CHECK(semaphore.value() == 2);
  CHECK(semaphore.acquire());
  CHECK(semaphore.acquire(false));
  CHECK_FALSE(semaphore.acquire(false));
  CHECK_FALSE(semaphore.acquire(true, 0.001));
  CHECK_FALSE(semaphore.acquire(true, -1.0));
  CHECK(semaphore.value() == 0);
  semaphore.release();
  semaphore.release(3);
  CHECK(semaphore.value() == 4);
  CHECK(Semaphore().value() == 1);
  CHECK_FALSE(Semaphore(0).acquire(false));
}

TEST_CASE("semaphore: arguments") {
  CHECK_THROWS_WITH_AS(Semaphore(-1), "semaphore initial value must be >= 0", ValueError);
  CHECK_THROWS_WITH_AS(BoundedSemaphore(-1), "semaphore initial value must be >= 0", ValueError);
  Semaphore semaphore;
  CHECK_THROWS_WITH_AS(semaphore.acquire(false, 1.0), "can't specify timeout for non-blocking acquire", ValueError);
  CHECK_THROWS_WITH_AS(semaphore.release(0), "n must be one or more", ValueError);
  CHECK_THROWS_WITH_AS(semaphore.release(-3), "n must be one or more", ValueError);
  CHECK_THROWS_AS(semaphore.release(Semaphore::kMaximum), OverflowError);
  CHECK(semaphore.value() == 1);
}

TEST_CASE("semaphore: a bounded one is not given more than it began with") {
  BoundedSemaphore semaphore(2);
  CHECK_THROWS_WITH_AS(semaphore.release(), "Semaphore released too many times", ValueError);
  semaphore.acquire();
  CHECK_THROWS_WITH_AS(semaphore.release(2), "Semaphore released too many times", ValueError);
  CHECK(semaphore.value() == 1);
  semaphore.release();
  CHECK(semaphore.value() == 2);
  CHECK_THROWS_WITH_AS(semaphore.release(0), "n must be one or more", ValueError);
}

TEST_CASE("semaphore: no more threads inside than permits, and all get in") {
  constexpr int kPermits = 3;
  constexpr int kRounds = 1000;
  Program program;
  BoundedSemaphore semaphore(kPermits);
  std::atomic<int> inside{0};
  std::atomic<int> most{0};
  std::atomic<int> total{0};
  Threads(6, [&](int) {
    for (int round = 0; round < kRounds; ++round) {
      std::lock_guard guard(semaphore);
      const int now = ++inside;
      int seen = most;
      while (now > seen && !most.compare_exchange_weak(seen, now)) {
      }
      ++total;
      --inside;
    }
  });
  CHECK(most <= kPermits);
  CHECK(total == 6 * kRounds);
  CHECK(semaphore.value() == kPermits);
}

TEST_CASE("semaphore: release(n) wakes n") {
  Program program;
  Semaphore semaphore(0);
  std::atomic<int> got{0};
  Threads threads(5, [&](int) {
    semaphore.acquire();
    ++got;
  });
  sleep_for(0.005);
  semaphore.release(2);
  while (got < 2) sleep_for(0.001);
  sleep_for(0.005);
  CHECK(got == 2);
  semaphore.release(3);
  threads.join();
  CHECK(got == 5);
  CHECK(semaphore.value() == 0);
}

// Without a timeout nobody may be left behind, whatever the impatient do.
TEST_CASE("semaphore: no permit is lost between timeouts and releases") {
  constexpr int kRounds = 400;
  Program program;
  Semaphore semaphore(0);
  std::atomic<int> taken{0};
  std::atomic<bool> over{false};
  Threads impatient(3, [&](int i) {
    std::mt19937 random(static_cast<unsigned>(i));
    while (!over) {
      if (semaphore.acquire(true, std::chrono::microseconds(random() % 100))) ++taken;
    }
  });
  Threads patient(3, [&](int) {
    for (int round = 0; round < kRounds; ++round) {
      semaphore.acquire();
      ++taken;
    }
  });
  int given = 0;
  // The impatient may take any number, so it goes on until the patient have had enough.
  Threads giver(1, [&](int) {
    std::mt19937 random(9);
    while (!over) {
      const int n = 1 + static_cast<int>(random() % 3);
      semaphore.release(n);
      given += n;
      if (random() % 8 == 0) sleep_for(std::chrono::microseconds(random() % 100));
    }
  });
  patient.join();
  over = true;
  giver.join();
  impatient.join();
  CHECK(given == taken + semaphore.value());
}

TEST_CASE("semaphore: a stop ends the wait") {
  Program program;
  Semaphore semaphore(0);
  std::atomic<int> stopped{0};
  for (int i = 0; i < 3; ++i) {
    Thread::create({.target = [&] {
      try {
        semaphore.acquire();
      } catch (const ThreadStopped&) {
        ++stopped;
        throw;
      }
    }})->start();
  }
  CHECK(program.registry->stop_all_threads());
  CHECK(stopped == 3);
  semaphore.release();
  CHECK(semaphore.acquire(false));
}

TEST_CASE("semaphore as a state machine: random operations agree with a sequential model") {
  constexpr std::size_t kThreads = 4;
  std::mt19937 random(3);
  int wrong = 0;
  for (int program = 0; program < 2000; ++program) {
    const bool bounded = program % 2 == 1;
    Semaphore unlimited(2);
    BoundedSemaphore limited(2);
    Semaphore& semaphore = bounded ? limited : unlimited;
    VirtualThread threads[kThreads];
    std::int64_t value = 2;
    std::deque<std::size_t> queue;
    std::vector<bool> notified(kThreads);
    const auto wake_first = [&] {
      if (queue.empty()) return;
      notified[queue.front()] = true;
      queue.pop_front();
    };
    for (int step = 0; step < 50; ++step) {
      const std::size_t who = random() % kThreads;
      const auto place = std::find(queue.begin(), queue.end(), who);
      switch (random() % 5) {
        case 0:
        case 1:
          if (semaphore.try_or_enqueue(threads[who].waiter) != (value > 0)) ++wrong;
          if (value > 0) {
            --value;
            if (place != queue.end()) queue.erase(place);
          } else if (place == queue.end()) {
            queue.insert(notified[who] ? queue.begin() : queue.end(), who);
          }
          notified[who] = false;
          break;
        case 2:
          if (!semaphore.withdraw(threads[who].waiter)) ++wrong;
          if (place != queue.end()) queue.erase(place);
          if (notified[who] && value > 0) wake_first();
          notified[who] = false;
          break;
        case 3:
          if (semaphore.try_acquire() != (value > 0)) ++wrong;
          if (value > 0) --value;
          break;
        case 4: {
          const std::int64_t n = 1 + static_cast<std::int64_t>(random() % 3);
          const bool allowed = !bounded || value + n <= 2;
          if (semaphore.try_release(n) != allowed) ++wrong;
          if (!allowed) break;
          value += n;
          for (std::int64_t i = 0; i < n; ++i) wake_first();
          break;
        }
      }
      if (semaphore.value() != value) ++wrong;
      for (std::size_t i = 0; i < kThreads; ++i) {
        if (threads[i].waiter.is_notified() != notified[i]) ++wrong;
      }
    }
    for (auto& thread : threads) (void)semaphore.withdraw(thread.waiter);
  }
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace threadbook::runtime
