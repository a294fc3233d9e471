#include "runtime/completion.h"

#include <mutex>

namespace threadbook::runtime {

void Completion::complete() noexcept {
  {
    std::lock_guard guard(guard_);
    done_.store(true, std::memory_order_release);
  }
  for (;;) {
    Wakeable* next = nullptr;
    {
      std::lock_guard guard(guard_);
      next = waiters_.pop();
    }
    if (next == nullptr) return;
    next->wake();
  }
}

bool Completion::try_or_enqueue(Waiter& waiter) {
  if (is_done() && !waiter.is_queued()) return true;
  std::lock_guard guard(guard_);
  if (is_done()) {
    waiters_.leave(waiter);
    return true;
  }
  waiters_.push(waiter);
  return false;
}

bool Completion::withdraw(Waiter& waiter) {
  std::lock_guard guard(guard_);
  waiters_.leave(waiter);
  return !is_done();
}

}  // namespace threadbook::runtime
