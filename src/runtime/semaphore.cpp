#include "runtime/semaphore.h"

#include "runtime/errors.h"
#include "runtime/wake_list.h"

namespace threadbook::runtime {

Semaphore::Semaphore(std::int64_t value, std::int64_t maximum)
    : maximum_(maximum), word_(static_cast<std::uint64_t>(value) * kPermit) {
  if (value < 0) throw ValueError(messages::kSemaphoreNegative);
  if (value > maximum) throw OverflowError(messages::kSemaphoreTooLarge);
}

bool Semaphore::acquire(bool blocking, OptionalTimeout timeout) {
  if (!blocking) {
    if (timeout) throw ValueError(messages::kSemaphoreTimeout);
    return try_acquire();
  }
  const Deadline deadline = deadline_of(timeout);
  if (try_acquire()) return true;
  return !deadline.has_passed() && wait_or_throw(*this, deadline);
}

void Semaphore::release(std::int64_t n) {
  if (n < 1) throw ValueError(messages::kReleaseNone);
  if (try_release(n)) return;
  if (maximum_ == kMaximum) throw OverflowError(messages::kSemaphoreTooLarge);
  throw ValueError(messages::kReleasedTooOften);
}

bool Semaphore::try_release(std::int64_t n) noexcept {
  if ((word_.load(std::memory_order_relaxed) & kWaiters) == 0) {
    if (n > maximum_ - value()) return false;
    if (add_permits(n, false)) return true;
  }
  WakeList awake;
  Guard guard(guard_);
  if (!add_permits(n, true)) return false;
  for (std::int64_t i = 0; i < n && awake.add_first(waiters_); ++i) {
  }
  clear_waiters_bit_if_empty();
  return true;
}

// Fails if there would be too many, and without the guard also if somebody waits.
bool Semaphore::add_permits(std::int64_t n, bool guarded) noexcept {
  std::uint64_t seen = word_.load(std::memory_order_relaxed);
  do {
    if (!guarded && (seen & kWaiters) != 0) return false;
    if (n > maximum_ - static_cast<std::int64_t>(seen / kPermit)) return false;
    // Release: what was done before is visible to whoever takes the permit.
  } while (!word_.compare_exchange_weak(seen, seen + static_cast<std::uint64_t>(n) * kPermit, std::memory_order_release,
                                        std::memory_order_relaxed));
  return true;
}

bool Semaphore::try_or_enqueue(Waiter& waiter) {
  if (waiter.is_idle() && try_acquire()) return true;
  Guard guard(guard_);
  std::uint64_t seen = word_.load(std::memory_order_relaxed);
  for (;;) {
    if (seen >= kPermit) {
      if (word_.compare_exchange_weak(seen, seen - kPermit, std::memory_order_acquire, std::memory_order_relaxed)) {
        waiters_.leave(waiter);
        clear_waiters_bit_if_empty();
        return true;
      }
    } else if (word_.compare_exchange_weak(seen, kWaiters, std::memory_order_relaxed)) {
      // None left, and marked: whoever gives one now comes for the guard and finds us.
      waiters_.push(waiter);
      return false;
    }
  }
}

bool Semaphore::withdraw(Waiter& waiter) {
  WakeList awake;
  Guard guard(guard_);
  const bool notified = waiters_.leave(waiter);
  if (notified && value() > 0) awake.add_first(waiters_);
  clear_waiters_bit_if_empty();
  return true;
}

void Semaphore::clear_waiters_bit_if_empty() noexcept {
  if (waiters_.is_empty()) word_.fetch_and(~kWaiters, std::memory_order_relaxed);
}

}  // namespace threadbook::runtime
