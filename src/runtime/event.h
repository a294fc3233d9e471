// Event: threading.Event for C++, a flag that threads wait for.
//
// set() makes it true and lets everybody who waits go; wait() returns at once while it is true;
// clear() makes it false again. Whoever waited when it was set has seen it: clear() right after
// set() does not send it back to sleep.
#pragma once

#include <atomic>

#include "runtime/optional_timeout.h"
#include "runtime/small_mutex.h"
#include "runtime/waitable.h"

namespace threadbook::runtime {

// Thread safety: every function from every thread; the event must outlive the calls.
//
// Invariant: nobody stands in the queue while the flag is set.
class Event final : public Waitable {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  // Python's event.is_set(). Never blocks.
  [[nodiscard]] bool is_set() const noexcept { return flag_.load(std::memory_order_acquire); }

  // Python's event.set(): sets it and wakes all who wait. Never blocks. What the caller did before
  // is visible to whoever finds it set.
  void set() noexcept;

  // Python's event.clear(): not set any more. Never blocks.
  void clear() noexcept;

  // Python's event.wait(timeout=None): blocks until the event is set and returns true, or false if
  // `timeout` seconds were over first (a negative one counts as 0). Raises ThreadStopped if told to
  // stop while it waits.
  bool wait(OptionalTimeout timeout = {});

  // Having been set is what one waits for, and being notified is having it.
  [[nodiscard]] bool try_or_enqueue(Waiter& waiter) override;
  [[nodiscard]] bool withdraw(Waiter& waiter) override;
  [[nodiscard]] bool is_ready() const noexcept override { return is_set(); }

 private:
  std::atomic<bool> flag_{false};  // changed under guard_
  SmallMutex guard_;
  WaitQueue waiters_ GUARDED_BY(guard_);
};

}  // namespace threadbook::runtime
