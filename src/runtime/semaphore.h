// Semaphore and BoundedSemaphore: threading's, for C++.
//
// A number of permits. acquire() takes one, and waits while there is none; release() gives some
// back and wakes as many waiters as it gave permits. A permit belongs to nobody, so any thread may
// release. Like Lock (and CPython) it does not hand over: a woken waiter tries again, and a thread
// that comes by at that moment may be quicker; then the waiter stands first in the queue again.
// Taking and giving a permit while nobody waits are one compare-and-exchange each, inline.
//
// Meets C++'s Lockable: std::lock_guard is its `with`.
#pragma once

#include <atomic>
#include <cstdint>
#include <limits>

#include "runtime/optional_timeout.h"
#include "runtime/small_mutex.h"
#include "runtime/waitable.h"

namespace threadbook::runtime {

// Thread safety: every function from every thread; the semaphore must outlive the calls.
//
// Invariants:
// 1. A waiter in the queue implies kWaiters in the word; kWaiters appears and goes only under the
//    guard, and appears only while the value is 0.
// 2. While somebody stands in the queue, at least as many notified waiters are under way as there
//    are permits. Each takes one, or finds that somebody else has, or passes its notification on.
class Semaphore : public Waitable {
 public:
  // The largest value a semaphore can have.
  static constexpr std::int64_t kMaximum = std::numeric_limits<std::int64_t>::max() / 2;

  // Raises ValueError for a negative value ("semaphore initial value must be >= 0").
  explicit Semaphore(std::int64_t value = 1) : Semaphore(value, kMaximum) {}
  // One that may have at most `maximum` permits. Raises ValueError likewise.
  Semaphore(std::int64_t value, std::int64_t maximum);
  virtual ~Semaphore() = default;
  Semaphore(const Semaphore&) = delete;
  Semaphore& operator=(const Semaphore&) = delete;

  // Python's semaphore.acquire(blocking=True, timeout=None). Returns whether it took a permit:
  // always true without a timeout. Blocks for at most `timeout` seconds (a negative one counts as
  // 0), not at all if not `blocking`. Raises ValueError for a timeout without `blocking` ("can't
  // specify timeout for non-blocking acquire"), ThreadStopped if told to stop while it waits.
  bool acquire(bool blocking = true, OptionalTimeout timeout = {});

  // Python's semaphore.release(n=1). Never blocks. Raises ValueError for n < 1, and a
  // BoundedSemaphore for more permits than it began with; then none was given.
  void release(std::int64_t n = 1);

  // How many permits there are; right for a moment.
  [[nodiscard]] std::int64_t value() const noexcept {
    return static_cast<std::int64_t>(word_.load(std::memory_order_relaxed) / kPermit);
  }

  // acquire(blocking=False) and release(n) without exceptions; neither blocks. REQUIRES: n >= 1.
  // try_release() fails if there would be more permits than the semaphore may have.
  [[nodiscard]] bool try_acquire() noexcept {
    std::uint64_t seen = word_.load(std::memory_order_relaxed);
    while (seen >= kPermit) {
      // Acquire: pairs with the release of whoever gave the permit.
      if (word_.compare_exchange_weak(seen, seen - kPermit, std::memory_order_acquire, std::memory_order_relaxed)) {
        return true;
      }
    }
    return false;
  }
  [[nodiscard]] bool try_release(std::int64_t n = 1) noexcept;

  // What std::lock_guard and its kin call. lock() blocks, and may raise ThreadStopped.
  void lock() { acquire(); }
  [[nodiscard]] bool try_lock() noexcept { return try_acquire(); }
  void unlock() { release(); }

  // Having taken a permit is what one waits for.
  [[nodiscard]] bool try_or_enqueue(Waiter& waiter) override;
  [[nodiscard]] bool withdraw(Waiter& waiter) override;
  [[nodiscard]] bool is_ready() const noexcept override { return value() > 0; }

 private:
  // The value in the upper 63 bits, kWaiters below.
  static constexpr std::uint64_t kWaiters = 1;
  static constexpr std::uint64_t kPermit = 2;

  bool add_permits(std::int64_t n, bool guarded) noexcept;
  void clear_waiters_bit_if_empty() noexcept REQUIRES(guard_);

  const std::int64_t maximum_;
  std::atomic<std::uint64_t> word_;
  SmallMutex guard_;
  WaitQueue waiters_ GUARDED_BY(guard_);
};

// threading.BoundedSemaphore: raises ValueError("Semaphore released too many times") when it is
// given more permits than it began with, which is a mistake in most programs.
class BoundedSemaphore final : public Semaphore {
 public:
  // Raises ValueError for a negative value ("semaphore initial value must be >= 0").
  explicit BoundedSemaphore(std::int64_t value = 1) : Semaphore(value, value) {}
};

}  // namespace threadbook::runtime
