#include "runtime/queue_state.h"

namespace threadbook::runtime {

bool QueueState::Door::try_or_enqueue(Waiter& waiter) {
  Guard guard(queue_.guard_);
  if ((queue_.*is_open_)()) {
    waiters_.leave(waiter);
    return true;
  }
  waiters_.push(waiter);
  return false;
}

bool QueueState::Door::is_ready() const noexcept {
  Guard guard(queue_.guard_);
  return (queue_.*is_open_)();
}

bool QueueState::Door::withdraw(Waiter& waiter) {
  WakeList awake;
  Guard guard(queue_.guard_);
  const bool notified = waiters_.leave(waiter);
  if (notified && (queue_.*is_open_)()) awake.add_first(waiters_);
  return true;
}

void QueueState::task_done() {
  WakeList awake;
  Guard guard(guard_);
  if (is_all_done()) throw ValueError(messages::kTaskDoneTooOften);
  add_to(unfinished_, -1);
  if (is_all_done()) all_done_.add_all_to(awake);
}

}  // namespace threadbook::runtime
