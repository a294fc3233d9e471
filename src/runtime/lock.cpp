#include "runtime/lock.h"

#include "runtime/errors.h"

namespace threadbook::runtime {

bool Lock::acquire(bool blocking, Timeout timeout) {
  if (blocking && timeout.seconds() == kNoTimeout) {
    return try_acquire() || wait_or_throw(*this, Deadline::never());
  }
  // The arguments are looked at before the lock, as in CPython.
  const Nanoseconds span = nanoseconds_from_seconds(timeout.seconds());
  const Deadline deadline = Deadline::after(acquire_span(blocking, span));
  if (try_acquire()) return true;
  return !deadline.has_passed() && wait_or_throw(*this, deadline);
}

void Lock::release() {
  if (!try_release()) throw RuntimeError(messages::kReleaseUnlockedLock);
}

bool Lock::try_or_enqueue(Waiter& waiter) {
  // A waiter that was notified goes through the guard, so that it cannot take, release and destroy
  // the lock while the release that notified it still holds the guard.
  if (waiter.is_idle() && try_acquire()) return true;
  Guard guard(guard_);
  std::uint32_t seen = word_.load(std::memory_order_relaxed);
  for (;;) {
    if ((seen & kLocked) == 0) {
      if (word_.compare_exchange_weak(seen, seen | kLocked, std::memory_order_acquire, std::memory_order_relaxed)) {
        waiters_.leave(waiter);
        clear_waiters_bit_if_empty();
        return true;
      }
    } else if (word_.compare_exchange_weak(seen, seen | kWaiters, std::memory_order_relaxed)) {
      // Locked, and marked: whoever releases it now comes for the guard and finds us.
      waiters_.push(waiter);
      return false;
    }
  }
}

bool Lock::withdraw(Waiter& waiter) {
  Wakeable* next = nullptr;
  {
    Guard guard(guard_);
    const bool notified = waiters_.leave(waiter);
    // Passed on only if the lock is free: its holder's release will see to the others.
    if (notified && (word_.load(std::memory_order_relaxed) & kLocked) == 0) next = waiters_.pop();
    clear_waiters_bit_if_empty();
  }
  if (next != nullptr) next->wake();
  return true;
}

bool Lock::release_slowly() noexcept {
  for (;;) {
    Wakeable* next = nullptr;
    {
      Guard guard(guard_);
      if ((word_.load(std::memory_order_relaxed) & kLocked) == 0) return false;
      next = waiters_.pop();
      if (next != nullptr) {
        // Nobody else changes the word: it is locked, so nobody takes it, and it has kWaiters, so
        // another release waits for the guard.
        word_.store(waiters_.is_empty() ? 0 : kWaiters, std::memory_order_release);
      } else {
        clear_waiters_bit_if_empty();
      }
    }
    if (next != nullptr) {
      next->wake();
      return true;
    }
    // The waiters left by themselves. Freed outside the guard: it may be the last touch.
    std::uint32_t seen = kLocked;
    if (word_.compare_exchange_strong(seen, 0, std::memory_order_release, std::memory_order_relaxed)) {
      return true;
    }
  }
}

void Lock::clear_waiters_bit_if_empty() noexcept {
  if (waiters_.is_empty()) word_.fetch_and(~kWaiters, std::memory_order_relaxed);
}

}  // namespace threadbook::runtime
