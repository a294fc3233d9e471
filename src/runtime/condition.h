// Condition: threading.Condition for C++.
//
// A lock and a Notifier (notifier.h). A thread that holds the lock waits for something to become
// true: wait() releases the lock, sleeps until notified, and holds the lock again when it returns.
// Whoever makes it true does so under the lock and calls notify(). Since others may come between
// the notification and the return, what one waits for is looked at again; wait_for() does that.
//
//   Condition changed;                       // with an RLock of its own
//   std::lock_guard guard(changed);
//   changed.wait_for([&] { return !items.empty(); });
//
// An executor that must not block uses the parts: see notifier.h, and rlock.h for release_save().
#pragma once

#include <cstddef>
#include <memory>

#include "runtime/clock.h"
#include "runtime/lock.h"
#include "runtime/notifier.h"
#include "runtime/optional_timeout.h"
#include "runtime/rlock.h"

namespace threadbook::runtime {

// Thread safety: every function from every thread. The lock and the Condition outlive the calls.
class Condition {
 public:
  // Over an RLock of its own, as in Python, or over a lock that others share.
  Condition();
  explicit Condition(Lock& lock) noexcept : lock_(&lock) {}
  explicit Condition(RLock& lock) noexcept : rlock_(&lock) {}
  Condition(const Condition&) = delete;
  Condition& operator=(const Condition&) = delete;

  // The lock's acquire() and release(): acquire() blocks, and both raise, as the lock's do.
  bool acquire(bool blocking = true, Timeout timeout = kNoTimeout);
  void release();

  // Python's condition.wait(timeout=None): releases the lock, however often it was acquired, blocks
  // until notified, and acquires it again. Returns true if notified, false if `timeout` was over
  // first (a negative one counts as 0); either way it holds the lock, for which it waits as long as
  // it takes. Raises RuntimeError if the lock is not held ("cannot wait on un-acquired lock");
  // ThreadStopped, also only once the lock is held again, so that a guard can release it.
  bool wait(OptionalTimeout timeout = {});

  // Python's condition.wait_for(predicate, timeout=None): waits until predicate() is true, or as
  // good as true, or the time is over, and returns what it last gave. The predicate is called with
  // the lock held. Blocks and raises as wait() does.
  template <class Predicate>
  auto wait_for(Predicate predicate, OptionalTimeout timeout = {}) {
    const Deadline deadline = deadline_of(timeout);
    auto result = predicate();
    while (!result && !deadline.has_passed()) {
      wait_until(deadline);
      result = predicate();
    }
    return result;
  }

  // Python's condition.notify(n=1) and notify_all(): wakes the threads that have waited longest.
  // They go on once they have the lock, which the caller still holds. Neither blocks. Both raise
  // RuntimeError if the lock is not held ("cannot notify on un-acquired lock").
  void notify(std::size_t n = 1);
  void notify_all() { notify(Notifier::kAll); }

  // What std::lock_guard and its kin call. lock() blocks, and may raise ThreadStopped.
  void lock() { acquire(); }
  [[nodiscard]] bool try_lock() { return acquire(false); }
  void unlock() { release(); }

 private:
  // A Lock belongs to nobody, so there it only tells that somebody holds it; as in CPython.
  [[nodiscard]] bool is_owned() const;
  bool wait_until(Deadline deadline);

  std::unique_ptr<RLock> own_lock_;  // if no lock was given
  Lock* lock_ = nullptr;             // one of these two is set
  RLock* rlock_ = nullptr;
  Notifier notifier_;
};

}  // namespace threadbook::runtime
