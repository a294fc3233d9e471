// Lock: threading.Lock for C++.
//
// The simplest primitive: free or locked, owned by nobody, so any thread may release it, as in
// Python. Taking a free lock and releasing one that nobody waits for are one compare-and-exchange
// each, inline. Only waiting touches the guard and the queue. A release frees the lock and wakes
// the first waiter, which tries again; a thread that comes by at that moment may be quicker. So
// does CPython's, and it is what keeps a contended lock fast: the lock is not idle while the
// woken thread finds its way to a processor.
//
// Meets C++'s Lockable: std::lock_guard, std::unique_lock and std::scoped_lock are its `with`.
#pragma once

#include <atomic>
#include <cstdint>

#include "runtime/clock.h"
#include "runtime/small_mutex.h"
#include "runtime/waitable.h"

namespace threadbook::runtime {

// Thread safety: every function from every thread; the lock must outlive the calls, but may be
// destroyed by whoever acquired it last, as soon as it has released it.
//
// Invariants:
// 1. A waiter in the queue implies kWaiters in the word; kWaiters appears and goes only under the
//    guard. So a release that sees no kWaiters has nobody to wake.
// 2. While the lock is free and somebody stands in the queue, a notified waiter is under way: it
//    will take the lock, or pass its notification on when it withdraws.
class Lock final : public Waitable {
 public:
  Lock() = default;
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

  // Python's lock.acquire(blocking=True, timeout=-1). Returns whether the lock was acquired: always
  // true without a timeout. Blocks for at most `timeout` (seconds or a chrono duration), for ever
  // with kNoTimeout, not at all if not `blocking`. Raises ValueError for a negative timeout other
  // than -1 and for a timeout without `blocking`, OverflowError for one too large, ThreadStopped if
  // the calling thread is told to stop while it waits.
  bool acquire(bool blocking = true, Timeout timeout = kNoTimeout);

  // Python's lock.release(), from any thread. Never blocks. Raises RuntimeError if the lock is not
  // locked.
  void release();

  // Python's lock.locked(): true only tells that it was locked a moment ago.
  [[nodiscard]] bool locked() const noexcept { return (word_.load(std::memory_order_acquire) & kLocked) != 0; }

  // acquire(blocking=False) and release() without exceptions, for callers that count nanoseconds.
  // Never block. Each returns whether it did it.
  [[nodiscard]] bool try_acquire() noexcept {
    std::uint32_t seen = 0;
    // Acquire: pairs with the release of whoever held the lock before.
    while (!word_.compare_exchange_weak(seen, seen | kLocked, std::memory_order_acquire, std::memory_order_relaxed)) {
      if ((seen & kLocked) != 0) return false;
    }
    return true;
  }
  [[nodiscard]] bool try_release() noexcept {
    std::uint32_t seen = kLocked;
    // Release: what was done under the lock is visible to whoever takes it next.
    return word_.compare_exchange_strong(seen, 0, std::memory_order_release, std::memory_order_relaxed) ||
           release_slowly();
  }

  // What std::lock_guard and its kin call. lock() blocks, and may raise ThreadStopped.
  void lock() { acquire(); }
  [[nodiscard]] bool try_lock() noexcept { return try_acquire(); }
  void unlock() { release(); }

  // Being acquired is what one waits for.
  [[nodiscard]] bool try_or_enqueue(Waiter& waiter) override;
  [[nodiscard]] bool withdraw(Waiter& waiter) override;
  [[nodiscard]] bool is_ready() const noexcept override { return !locked(); }

 private:
  // 0 <-> kLocked without the guard. kLocked -> kLocked|kWaiters and back to 0 or kWaiters under
  // the guard. kWaiters -> kLocked|kWaiters without it.
  static constexpr std::uint32_t kLocked = 1;
  static constexpr std::uint32_t kWaiters = 2;

  bool release_slowly() noexcept;
  void clear_waiters_bit_if_empty() noexcept REQUIRES(guard_);

  std::atomic<std::uint32_t> word_{0};
  SmallMutex guard_;
  WaitQueue waiters_ GUARDED_BY(guard_);
};

}  // namespace threadbook::runtime
