// A mutex of one word for the few instructions that change a wait queue or a name.
//
// Smaller than std::mutex (4 bytes against 40), so every Lock can hold one, and the same on every
// platform. It is held for nanoseconds, so a contender spins a moment before it sleeps. Not fair,
// not recursive, no timeout; nobody may wait, call back or allocate much while holding one.
// Uncontended: one atomic operation to lock, one to unlock. This is the classic three-state futex
// mutex (Ulrich Drepper, "Futexes Are Tricky", section 6).
//
// A Guard holds it. A browser's main thread never takes one: what it needs it reads from
// snapshots.
#pragma once

#include <atomic>
#include <cstdint>

#include "runtime/annotations.h"
#include "runtime/guard.h"
#include "runtime/platform.h"

namespace threadbook::runtime {

class CAPABILITY("mutex") SmallMutex {
 public:
  SmallMutex() = default;
  SmallMutex(const SmallMutex&) = delete;
  SmallMutex& operator=(const SmallMutex&) = delete;

  [[nodiscard]] bool try_lock() noexcept TRY_ACQUIRE(true) {
    std::uint32_t seen = kFree;
    return word_.compare_exchange_strong(seen, kHeld, std::memory_order_acquire, std::memory_order_relaxed);
  }

  // Blocks until the mutex is free.
  void lock() noexcept ACQUIRE() {
    if (!try_lock()) lock_contended();
  }

  void unlock() noexcept RELEASE() {
    if (word_.exchange(kFree, std::memory_order_release) == kContended) futex_wake(word_, 1);
  }

  // As Mutex::assume_held().
  void assume_held() const noexcept ASSERT_CAPABILITY(this) {}

 private:
  // kFree -> kHeld by try_lock; kFree, kHeld -> kContended by lock_contended; any -> kFree by
  // unlock.
  static constexpr std::uint32_t kFree = 0;
  static constexpr std::uint32_t kHeld = 1;
  static constexpr std::uint32_t kContended = 2;  // held, and somebody may sleep

  void lock_contended() noexcept ACQUIRE() {
    for (int spin = 0; spin < 64; ++spin) {
      cpu_relax();
      if (word_.load(std::memory_order_relaxed) == kFree && try_lock()) return;
    }
    // From here on the word is taken as kContended: unlock() cannot know who else sleeps.
    while (word_.exchange(kContended, std::memory_order_acquire) != kFree) {
      futex_wait(word_, kContended, std::nullopt);
    }
  }

  std::atomic<std::uint32_t> word_{kFree};
};

}  // namespace threadbook::runtime
