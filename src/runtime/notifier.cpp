#include "runtime/notifier.h"

#include <cassert>

#include "runtime/wake_list.h"

namespace threadbook::runtime {

Notifier::~Notifier() { assert(first_ == nullptr); }

std::size_t Notifier::notify(std::size_t n) noexcept {
  WakeList awake;
  Guard guard(guard_);
  std::size_t notified = 0;
  while (notified < n && first_ != nullptr) {
    // The notice's thread can destroy it only after it has had the guard.
    Notice& notice = *first_;
    remove(notice);
    notice.notifier_.guard_.assume_held();  // ours: it was in our list
    notice.state_ = Notice::State::Notified;
    awake.add_all(notice.waiters_);
    ++notified;
  }
  return notified;
}

std::size_t Notifier::waiting() const noexcept {
  Guard guard(guard_);
  return count_;
}

void Notifier::remove(Notice& notice) noexcept {
  (notice.previous_ ? notice.previous_->next_ : first_) = notice.next_;
  (notice.next_ ? notice.next_->previous_ : last_) = notice.previous_;
  --count_;
}

Notice::Notice(Notifier& notifier) noexcept : notifier_(notifier) {
  Guard guard(notifier_.guard_);
  previous_ = notifier_.last_;
  (previous_ ? previous_->next_ : notifier_.first_) = this;
  notifier_.last_ = this;
  ++notifier_.count_;
}

bool Notice::leave() noexcept {
  Guard guard(notifier_.guard_);
  if (state_ == State::Waiting) {
    notifier_.remove(*this);
    state_ = State::Gone;
  }
  return state_ == State::Notified;
}

bool Notice::try_or_enqueue(Waiter& waiter) {
  Guard guard(notifier_.guard_);
  if (state_ == State::Notified) {
    waiters_.leave(waiter);
    return true;
  }
  assert(state_ == State::Waiting);
  waiters_.push(waiter);
  return false;
}

bool Notice::is_ready() const noexcept {
  Guard guard(notifier_.guard_);
  return state_ == State::Notified;
}

bool Notice::withdraw(Waiter& waiter) {
  {
    Guard guard(notifier_.guard_);
    waiters_.leave(waiter);
  }
  return !leave();
}

}  // namespace threadbook::runtime
