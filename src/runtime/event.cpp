#include "runtime/event.h"

#include "runtime/wake_list.h"

namespace threadbook::runtime {

void Event::set() noexcept {
  WakeList awake;
  Guard guard(guard_);
  flag_.store(true, std::memory_order_release);
  // All at once: after a clear() others may wait who have not seen it set.
  awake.add_all(waiters_);
}

void Event::clear() noexcept {
  Guard guard(guard_);
  flag_.store(false, std::memory_order_relaxed);
}

bool Event::wait(OptionalTimeout timeout) {
  const Deadline deadline = deadline_of(timeout);
  return is_set() || (!deadline.has_passed() && wait_or_throw(*this, deadline));
}

bool Event::try_or_enqueue(Waiter& waiter) {
  if (waiter.is_idle() && is_set()) return true;
  Guard guard(guard_);
  if (is_set() || waiter.is_notified()) {
    waiters_.leave(waiter);
    return true;
  }
  waiters_.push(waiter);
  return false;
}

bool Event::withdraw(Waiter& waiter) {
  Guard guard(guard_);
  return !waiters_.leave(waiter);
}

}  // namespace threadbook::runtime
