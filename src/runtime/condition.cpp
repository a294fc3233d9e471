#include "runtime/condition.h"

#include "runtime/errors.h"

namespace threadbook::runtime {

Condition::Condition() : own_lock_(std::make_unique<RLock>()), rlock_(own_lock_.get()) {}

bool Condition::acquire(bool blocking, Timeout timeout) {
  return rlock_ ? rlock_->acquire(blocking, timeout) : lock_->acquire(blocking, timeout);
}

void Condition::release() { rlock_ ? rlock_->release() : lock_->release(); }

bool Condition::wait(OptionalTimeout timeout) { return wait_until(deadline_of(timeout)); }

void Condition::notify(std::size_t n) {
  if (!is_owned()) throw RuntimeError(messages::kNotifyNotOwned);
  notifier_.notify(n);
}

bool Condition::is_owned() const { return rlock_ ? rlock_->is_owned() : lock_->locked(); }

bool Condition::wait_until(Deadline deadline) {
  if (!is_owned()) throw RuntimeError(messages::kWaitNotOwned);
  // In the list before the lock is released: a notification right after that is for us.
  Notice notice(notifier_);
  RLock::Saved saved;
  if (rlock_ != nullptr) {
    saved = rlock_->release_save();
  } else {
    lock_->release();
  }
  const WaitResult result = runtime::wait(notice, deadline);
  Lock& gate = rlock_ ? rlock_->gate() : *lock_;
  (void)wait_uncancellable(gate, Deadline::never());
  if (rlock_ != nullptr) rlock_->restore(saved);
  if (result == WaitResult::Cancelled) throw ThreadStopped();
  return result == WaitResult::Acquired;
}

}  // namespace threadbook::runtime
