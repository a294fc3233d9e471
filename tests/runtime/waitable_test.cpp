// The state machines alone, driven on one thread as a deterministic executor drives them: no
// thread waits, time does not pass.
#include "runtime/waitable.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "runtime/completion.h"
#include "runtime/lock.h"
#include "runtime/notifier.h"
#include "runtime/this_thread.h"
#include "virtual_thread.h"

namespace threadbook::runtime {
namespace {

TEST_CASE("lock as a state machine: free, it is taken at once") {
  Lock lock;
  VirtualThread a;
  CHECK(lock.try_or_enqueue(a.waiter));
  CHECK(lock.locked());
  CHECK_FALSE(a.waiter.is_queued());
  lock.release();
}

TEST_CASE("lock as a state machine: a release wakes the first waiter, which tries again") {
  Lock lock;
  VirtualThread a;
  VirtualThread b;
  lock.acquire();
  CHECK_FALSE(lock.try_or_enqueue(a.waiter));
  CHECK_FALSE(lock.try_or_enqueue(b.waiter));
  lock.release();
  CHECK(a.wake_ups == 1);
  CHECK(b.wake_ups == 0);
  CHECK(a.waiter.is_notified());
  CHECK_FALSE(lock.locked());
  CHECK(lock.try_or_enqueue(a.waiter));
  lock.release();
  CHECK(b.wake_ups == 1);
  CHECK(lock.try_or_enqueue(b.waiter));
  lock.release();
  CHECK_FALSE(lock.locked());
}

TEST_CASE("lock as a state machine: asked again out of turn, a waiter keeps its place") {
  Lock lock;
  VirtualThread a;
  VirtualThread b;
  lock.acquire();
  CHECK_FALSE(lock.try_or_enqueue(a.waiter));
  CHECK_FALSE(lock.try_or_enqueue(b.waiter));
  CHECK_FALSE(lock.try_or_enqueue(a.waiter));
  lock.release();
  CHECK(a.wake_ups == 1);
  // b may be quicker than the thread that was woken, from its place in the queue.
  CHECK(lock.try_or_enqueue(b.waiter));
  CHECK_FALSE(b.waiter.is_queued());
  // Then a stands first again.
  CHECK_FALSE(lock.try_or_enqueue(a.waiter));
  lock.release();
  CHECK(a.wake_ups == 2);
  CHECK(lock.try_or_enqueue(a.waiter));
  lock.release();
}

TEST_CASE("lock as a state machine: who was woken and came late stands first, not last") {
  Lock lock;
  VirtualThread a;
  VirtualThread b;
  lock.acquire();
  CHECK_FALSE(lock.try_or_enqueue(a.waiter));
  CHECK_FALSE(lock.try_or_enqueue(b.waiter));
  lock.release();
  CHECK(lock.try_acquire());  // a passer-by
  CHECK_FALSE(lock.try_or_enqueue(a.waiter));
  lock.release();
  CHECK(a.wake_ups == 2);
  CHECK(b.wake_ups == 0);
  CHECK(lock.try_or_enqueue(a.waiter));
  lock.release();
  CHECK(lock.try_or_enqueue(b.waiter));
  lock.release();
}

TEST_CASE("lock as a state machine: a waiter that leaves passes its notification on") {
  Lock lock;
  VirtualThread a;
  VirtualThread b;
  lock.acquire();
  CHECK_FALSE(lock.try_or_enqueue(a.waiter));
  CHECK_FALSE(lock.try_or_enqueue(b.waiter));
  lock.release();
  CHECK(lock.withdraw(a.waiter));
  CHECK(b.wake_ups == 1);
  CHECK(lock.try_or_enqueue(b.waiter));
  lock.release();
}

TEST_CASE("lock as a state machine: waiters that leave disturb nobody") {
  Lock lock;
  VirtualThread threads[3];
  for (const int leaver : {0, 1, 2}) {
    lock.acquire();
    for (auto& thread : threads) {
      thread.wake_ups = 0;
      CHECK_FALSE(lock.try_or_enqueue(thread.waiter));
    }
    CHECK(lock.withdraw(threads[leaver].waiter));
    lock.release();
    for (int i = 0; i < 3; ++i) {
      if (i == leaver) continue;
      CHECK(threads[i].wake_ups == 1);
      CHECK(lock.try_or_enqueue(threads[i].waiter));
      lock.release();
    }
    CHECK(threads[leaver].wake_ups == 0);
    CHECK_FALSE(lock.locked());
  }
  // Everybody leaves: the release has nobody to wake, and the lock is free for the next.
  lock.acquire();
  for (auto& thread : threads) CHECK_FALSE(lock.try_or_enqueue(thread.waiter));
  for (auto& thread : threads) CHECK(lock.withdraw(thread.waiter));
  CHECK(lock.try_release());
  CHECK_FALSE(lock.try_release());
  CHECK(lock.try_acquire());
  lock.release();
}

// All programs of three threads and seven steps, compared with a lock that is a list.
TEST_CASE("lock as a state machine: any order of operations agrees with a sequential model") {
  constexpr int kThreads = 3;
  constexpr int kActions = kThreads * 2 + 1;
  constexpr int kSteps = 7;
  int programs = 1;
  for (int i = 0; i < kSteps; ++i) programs *= kActions;
  int wrong = 0;
  for (int program = 0; program < programs; ++program) {
    Lock lock;
    VirtualThread threads[kThreads];
    bool locked = false;
    std::vector<int> queue;  // who waits, first come first
    std::vector<bool> notified(kThreads);
    for (int rest = program, step = 0; step < kSteps; ++step, rest /= kActions) {
      const int action = rest % kActions;
      const int who = action / 2;
      const auto position = std::find(queue.begin(), queue.end(), who);
      const auto wake_first = [&] {
        if (queue.empty()) return;
        notified[queue.front()] = true;
        queue.erase(queue.begin());
      };
      if (action == kActions - 1) {  // release
        if (lock.try_release() != locked) ++wrong;
        if (locked) {
          locked = false;
          wake_first();
        }
      } else if (action % 2 == 0) {  // try or enqueue
        const bool taken = lock.try_or_enqueue(threads[who].waiter);
        if (taken == locked) ++wrong;
        if (taken) {
          locked = true;
          if (position != queue.end()) queue.erase(position);
        } else if (position == queue.end()) {
          queue.insert(notified[who] ? queue.begin() : queue.end(), who);
        }
        notified[who] = false;
      } else {  // withdraw
        if (!lock.withdraw(threads[who].waiter)) ++wrong;
        if (position != queue.end()) queue.erase(position);
        if (notified[who] && !locked) wake_first();
        notified[who] = false;
      }
      for (int i = 0; i < kThreads; ++i) {
        if (threads[i].waiter.is_notified() != notified[i]) ++wrong;
      }
    }
    for (auto& thread : threads) (void)lock.withdraw(thread.waiter);
  }
  CHECK(wrong == 0);
}

TEST_CASE("completion as a state machine") {
  Completion completion;
  VirtualThread a;
  VirtualThread b;
  VirtualThread c;
  CHECK_FALSE(completion.is_done());
  CHECK_FALSE(completion.try_or_enqueue(a.waiter));
  CHECK_FALSE(completion.try_or_enqueue(b.waiter));
  CHECK_FALSE(completion.try_or_enqueue(c.waiter));
  CHECK(completion.withdraw(c.waiter));
  completion.complete();
  completion.complete();
  CHECK(completion.is_done());
  CHECK(a.wake_ups == 1);
  CHECK(b.wake_ups == 1);
  CHECK(c.wake_ups == 0);
  CHECK(completion.try_or_enqueue(a.waiter));
  // Too late to leave: it has happened, so the wait was a success.
  CHECK_FALSE(completion.withdraw(b.waiter));
  CHECK(completion.try_or_enqueue(c.waiter));
}

TEST_CASE("what never happens can be waited for, and left") {
  VirtualThread a;
  CHECK_FALSE(never_happens().try_or_enqueue(a.waiter));
  CHECK(never_happens().withdraw(a.waiter));
  CHECK(wait(never_happens(), Deadline::passed()) == WaitResult::TimedOut);
}

TEST_CASE("wait: goes on with a waiter that stands in the queue already") {
  Lock lock;
  lock.acquire();
  Parker parker;
  Waiter waiter(parker);
  CHECK_FALSE(lock.try_or_enqueue(waiter));
  lock.release();
  CHECK(wait(lock, waiter, parker, Deadline::never(), nullptr) == WaitResult::Acquired);
  CHECK(lock.locked());
  lock.release();
}

TEST_CASE("wait: a stop cancels a wait, not a take that needs none") {
  Lock lock;
  Parker parker;
  Waiter waiter(parker);
  Signals stopped{kStopSignal};
  CHECK(wait(lock, waiter, parker, Deadline::never(), &stopped) == WaitResult::Acquired);
  CHECK(wait(lock, waiter, parker, Deadline::never(), &stopped) == WaitResult::Cancelled);
  Signals other{~(kStopSignal | kInterruptSignal)};
  CHECK(wait(lock, waiter, parker, Deadline::after(1000), &other) == WaitResult::TimedOut);
  lock.release();
}

TEST_CASE("wait: an interrupt meant for another thread costs no place in the queue") {
  struct Filter final : InterruptFilter {
    bool meant = false;
    int asked = 0;
    bool is_meant() noexcept override {
      ++asked;
      return meant;
    }
  } filter;
  Notifier notifier;
  Notice notice(notifier);
  Parker parker;
  Waiter waiter(parker);
  Signals signals{kInterruptSignal};
  CHECK(wait(notice, waiter, parker, Deadline::after(1000), &signals, &filter) == WaitResult::TimedOut);
  CHECK(filter.asked == 1);
  CHECK(signals.load() == 0);

  Notice second(notifier);
  signals.fetch_or(kInterruptSignal);
  std::thread other([&] {
    while (signals.load() != 0) std::this_thread::yield();
    CHECK(notifier.notify() == 1);
  });
  CHECK(wait(second, waiter, parker, Deadline::never(), &signals, &filter) == WaitResult::Acquired);
  other.join();

  Notice third(notifier);
  filter.meant = true;
  signals.fetch_or(kInterruptSignal);
  CHECK(wait(third, waiter, parker, Deadline::never(), &signals, &filter) == WaitResult::Cancelled);
  CHECK(notifier.waiting() == 0);
}

}  // namespace
}  // namespace threadbook::runtime
