#include "runtime/condition.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <optional>
#include <random>
#include <vector>

#include "program.h"
#include "runtime/errors.h"
#include "runtime/this_thread.h"
#include "virtual_thread.h"

namespace threadbook::runtime {
namespace {

TEST_CASE("condition: wait and notify want the lock") {
  Program program;
  Lock lock;
  RLock rlock;
  Condition own;
  Condition over_lock(lock);
  Condition over_rlock(rlock);
  for (Condition* const condition : {&own, &over_lock, &over_rlock}) {
    CHECK_THROWS_WITH_AS(condition->wait(), "cannot wait on un-acquired lock", RuntimeError);
    CHECK_THROWS_WITH_AS(condition->wait(0.0), "cannot wait on un-acquired lock", RuntimeError);
    CHECK_THROWS_WITH_AS(condition->notify(), "cannot notify on un-acquired lock", RuntimeError);
    CHECK_THROWS_WITH_AS(condition->notify_all(), "cannot notify on un-acquired lock", RuntimeError);
    CHECK(condition->acquire());
    condition->notify();
    condition->notify_all();
    CHECK_FALSE(condition->wait(0.001));
    CHECK_FALSE(condition->wait(-5.0));
    condition->release();
    CHECK_THROWS_AS(condition->release(), RuntimeError);
  }
  CHECK_FALSE(lock.locked());
  CHECK_FALSE(rlock.locked());
}

TEST_CASE("condition: a wait lets go of an RLock however often it was acquired, and takes it back") {
  Program program;
  RLock lock;
  Condition condition(lock);
  lock.acquire();
  lock.acquire();
  std::atomic<std::uint64_t> seen{99};
  const auto other = Thread::create({.target = [&] {
    std::lock_guard guard(condition);
    seen = lock.count();
    condition.notify();
  }});
  other->start();
  CHECK(condition.wait());
  other->join();
  CHECK(seen == 1);
  CHECK(lock.recursion_count() == 2);
  lock.release();
  lock.release();
}

TEST_CASE("condition: notify wakes as many as it says, first come first") {
  constexpr int kThreads = 5;
  Program program;
  Condition condition;
  std::vector<int> order;  // under condition
  int arrived = 0;         // under condition
  Threads threads(kThreads, [&](int) {
    std::lock_guard guard(condition);
    const int place = arrived++;
    condition.wait();
    order.push_back(place);
  });
  const auto count = [&] {
    std::lock_guard guard(condition);
    return order.size();
  };
  for (bool all = false; !all; sleep_for(0.001)) {
    std::lock_guard guard(condition);
    all = arrived == kThreads;
  }
  {
    std::lock_guard guard(condition);
    condition.notify(0);
    condition.notify();
  }
  while (count() < 1) sleep_for(0.001);
  {
    std::lock_guard guard(condition);
    condition.notify(2);
  }
  while (count() < 3) sleep_for(0.001);
  sleep_for(0.005);
  CHECK(count() == 3);
  {
    std::lock_guard guard(condition);
    CHECK(order[0] == 0);
    std::sort(order.begin(), order.end());  // the two raced for the lock
    CHECK(order == std::vector{0, 1, 2});
    condition.notify(100);
  }
  threads.join();
  CHECK(order.size() == kThreads);
}

TEST_CASE("condition: wait_for returns what the predicate gave") {
  Program program;
  Condition condition;
  std::optional<int> value;
  std::lock_guard guard(condition);
  CHECK_FALSE(condition.wait_for([&] { return value; }, 0.002).has_value());
  CHECK_FALSE(condition.wait_for([&] { return value; }, -1.0).has_value());
  value = 0;
  CHECK(condition.wait_for([&] { return value; }, 0.0) == 0);
  int asked = 0;
  const auto other = Thread::create({.target = [&] {
    for (int i = 0; i < 3; ++i) {
      std::lock_guard inside(condition);
      value = i;
      condition.notify();
    }
  }});
  other->start();
  CHECK(condition.wait_for([&] { return ++asked, value == 2; }));
  CHECK(asked >= 2);
  CHECK_THROWS_AS(condition.wait_for([]() -> bool { throw ValueError("no"); }), ValueError);
  CHECK_FALSE(condition.wait(0.0));
}

TEST_CASE("condition: a timeout lasts as long as it says") {
  Program program;
  Condition condition;
  std::lock_guard guard(condition);
  const Nanoseconds start = monotonic_now();
  CHECK_FALSE(condition.wait(0.02));
  CHECK(monotonic_now() - start >= 20'000'000);
  CHECK_THROWS_AS(condition.wait(1e30), OverflowError);
}

TEST_CASE("condition: items handed back and forth all arrive") {
  constexpr int kRounds = 3000;
  Program program;
  Lock lock;
  Condition changed(lock);
  int ball = 0;
  Threads(2, [&](int me) {
    for (int round = 0; round < kRounds; ++round) {
      std::lock_guard guard(lock);
      changed.wait_for([&] { return ball % 2 == me; });
      ++ball;
      changed.notify();
    }
  });
  CHECK(ball == 2 * kRounds);
}

// Every notification that found a Notice is had by a wait, however close to the end of its time.
TEST_CASE("notifier: no notification is lost to a timeout") {
  constexpr std::size_t kNotifications = 1000;
  Program program;
  Notifier notifier;
  std::atomic<bool> over{false};
  std::atomic<std::size_t> had{0};
  Threads waiters(4, [&](int i) {
    std::mt19937 random(static_cast<unsigned>(i));
    while (!over) {
      Notice notice(notifier);
      const Deadline deadline = Deadline::after(random() % 150'000);
      if (wait(notice, deadline) == WaitResult::Acquired) ++had;
    }
  });
  std::size_t sent = 0;
  while (sent < kNotifications) sent += notifier.notify(1 + sent % 3);
  over = true;
  waiters.join();
  CHECK(had == sent);
}

TEST_CASE("condition: a stop leaves wait with the lock held, so that the guard can release it") {
  Program program;
  Condition condition;
  std::atomic<int> stopped{0};
  std::atomic<int> begun{0};
  std::vector<ThreadPtr> threads;
  for (int i = 0; i < 3; ++i) {
    threads.push_back(Thread::create({.target = [&] {
      std::lock_guard guard(condition);
      ++begun;
      try {
        condition.wait();
      } catch (const ThreadStopped&) {
        ++stopped;
        throw;
      }
    }}));
    threads.back()->start();
  }
  while (begun < 3) sleep_for(0.001);
  CHECK(program.registry->stop_all_threads());
  CHECK(stopped == 3);
  CHECK(condition.acquire(false));
  condition.release();
}

TEST_CASE("notice: notified before it is waited for, it is there") {
  Notifier notifier;
  VirtualThread a;
  Notice first(notifier);
  Notice second(notifier);
  CHECK(notifier.waiting() == 2);
  CHECK(notifier.notify(5) == 2);
  CHECK(notifier.notify() == 0);
  CHECK(first.try_or_enqueue(a.waiter));
  CHECK(a.wake_ups == 0);
  CHECK(second.leave());
}

TEST_CASE("notifier as a state machine: random operations agree with a sequential model") {
  constexpr std::size_t kThreads = 4;
  std::mt19937 random(2);
  int wrong = 0;
  for (int program = 0; program < 1000; ++program) {
    Notifier notifier;
    VirtualThread threads[kThreads];
    std::optional<Notice> notices[kThreads];
    std::deque<std::size_t> waiting;  // who wants a notification, first come first
    std::vector<bool> has(kThreads);  // was notified and has not seen it
    for (int step = 0; step < 50; ++step) {
      const std::size_t who = random() % kThreads;
      const auto place = std::find(waiting.begin(), waiting.end(), who);
      switch (random() % 5) {
        case 0:
          if (notices[who]) break;
          notices[who].emplace(notifier);
          waiting.push_back(who);
          break;
        case 1:
          if (!notices[who]) break;
          if (notices[who]->try_or_enqueue(threads[who].waiter) != has[who]) ++wrong;
          if (!has[who]) break;
          notices[who].reset();
          has[who] = false;
          break;
        case 2:
          if (!notices[who]) break;
          if (notices[who]->withdraw(threads[who].waiter) == has[who]) ++wrong;
          if (place != waiting.end()) waiting.erase(place);
          notices[who].reset();
          has[who] = false;
          break;
        default: {
          std::size_t n = random() % 3;
          if (notifier.notify(n) != std::min(n, waiting.size())) ++wrong;
          for (; n > 0 && !waiting.empty(); --n) {
            has[waiting.front()] = true;
            waiting.pop_front();
          }
        }
      }
      if (notifier.waiting() != waiting.size()) ++wrong;
    }
    for (std::size_t i = 0; i < kThreads; ++i) {
      if (notices[i]) (void)notices[i]->withdraw(threads[i].waiter);
    }
  }
  CHECK(wrong == 0);
}

// A condition taken apart, as an executor uses it: a lock that is given up whole, a Notice, and the
// way back to the lock. Beside it, who holds the lock, who waits for a notification and who for the
// lock.
TEST_CASE("condition as a state machine: random operations agree with a sequential model") {
  constexpr std::size_t kThreads = 4;
  enum class Where { Outside, Inside, Waiting, Returning };
  std::mt19937 random(14);
  int wrong = 0;
  for (int program = 0; program < 1000; ++program) {
    RLock lock;
    Notifier notifier;
    VirtualThread threads[kThreads];
    std::optional<Notice> notices[kThreads];
    RLock::Saved saved[kThreads];
    std::vector<Where> where(kThreads, Where::Outside);
    std::vector<std::uint64_t> depth(kThreads);  // how often it had acquired
    std::deque<std::size_t> waiting;             // for a notification, first come first
    std::vector<bool> notified(kThreads);
    const auto holder = [&] { return std::find(where.begin(), where.end(), Where::Inside); };
    for (int step = 0; step < 80; ++step) {
      const std::size_t who = random() % kThreads;
      const std::uint64_t ident = who + 1;
      switch (where[who]) {
        case Where::Outside: {
          const bool is_free = holder() == where.end();
          if (lock.try_acquire(ident) != is_free) ++wrong;
          if (!is_free) break;
          where[who] = Where::Inside;
          depth[who] = 1;
          break;
        }
        case Where::Inside:
          switch (random() % 5) {
            case 0:  // deeper
              if (!lock.try_acquire(ident)) ++wrong;
              ++depth[who];
              break;
            case 1:  // out again
              if (!lock.try_release(ident)) ++wrong;
              if (--depth[who] == 0) where[who] = Where::Outside;
              break;
            case 2:  // wait()
              notices[who].emplace(notifier);
              saved[who] = lock.release_save();
              if (saved[who].owner != ident || saved[who].count != depth[who]) ++wrong;
              where[who] = Where::Waiting;
              waiting.push_back(who);
              break;
            default: {  // notify(n)
              std::size_t n = random() % 3;
              if (notifier.notify(n) != std::min(n, waiting.size())) ++wrong;
              for (; n > 0 && !waiting.empty(); --n) {
                notified[waiting.front()] = true;
                waiting.pop_front();
              }
            }
          }
          break;
        case Where::Waiting: {
          const bool is_over = random() % 4 == 0;  // its time
          if (notices[who]->try_or_enqueue(threads[who].waiter) != notified[who]) ++wrong;
          if (!notified[who] && !is_over) break;
          if (!notified[who]) {
            if (!notices[who]->withdraw(threads[who].waiter)) ++wrong;
            std::erase(waiting, who);
          }
          notified[who] = false;
          notices[who].reset();
          where[who] = Where::Returning;
          break;
        }
        case Where::Returning: {
          const bool is_free = holder() == where.end();
          if (lock.gate().try_or_enqueue(threads[who].waiter) != is_free) ++wrong;
          if (!is_free) break;
          lock.restore(saved[who]);
          where[who] = Where::Inside;
          break;
        }
      }
      const auto inside = holder();
      const auto index = static_cast<std::size_t>(inside - where.begin());
      if (lock.locked() != (inside != where.end())) ++wrong;
      if (inside != where.end()) {
        if (lock.owner() != index + 1 || lock.count() != depth[index]) ++wrong;
      }
      if (notifier.waiting() != waiting.size()) ++wrong;
    }
    for (std::size_t i = 0; i < kThreads; ++i) {
      if (notices[i]) (void)notices[i]->withdraw(threads[i].waiter);
      (void)lock.gate().withdraw(threads[i].waiter);
    }
  }
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace threadbook::runtime
