#include "runtime/completion.h"

namespace threadbook::runtime {

void Completion::complete() noexcept {
  {
    Guard guard(guard_);
    done_.store(true, std::memory_order_release);
  }
  for (;;) {
    Wakeable* next = nullptr;
    {
      Guard guard(guard_);
      next = waiters_.pop();
    }
    if (next == nullptr) return;
    next->wake();
  }
}

bool Completion::try_or_enqueue(Waiter& waiter) {
  if (is_done() && !waiter.is_queued()) return true;
  Guard guard(guard_);
  if (is_done()) {
    waiters_.leave(waiter);
    return true;
  }
  waiters_.push(waiter);
  return false;
}

bool Completion::withdraw(Waiter& waiter) {
  Guard guard(guard_);
  waiters_.leave(waiter);
  return !is_done();
}

}  // namespace threadbook::runtime
